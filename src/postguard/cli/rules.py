"""`postguard rules`: every rule, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from postguard.rules.rule import Rule


def rules(
    output_format: Annotated[
        Literal["text", "json"], typer.Option("--format", "--output-format", help="How to list them.")
    ] = "text",
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help="Only these: codes, prefixes, names or categories.")
    ] = None,
) -> None:
    r"""List every rule.

    \b
    Examples:
      postguard rules
      postguard rules --select incentive
      postguard rules --format json
    """
    from postguard.cli.check import words
    from postguard.policy.selection import selected
    from postguard.rules.loader import builtin

    chosen = selected(builtin().rules, words(select) or ("ALL",))
    if output_format == "json":
        typer.echo(json.dumps([as_record(rule) for rule in chosen], ensure_ascii=False, indent=1))
        return
    for rule in chosen:
        model = rule.model
        off = "" if model.default else "  (off unless selected)"
        typer.echo(f"{model.code}  {model.severity:<7}  {model.name}: {model.title}{off}")


def as_record(rule: Rule) -> dict[str, object]:
    """A rule as plain data, as `rules --format json` lists it."""
    model = rule.model
    return {
        "code": model.code,
        "name": model.name,
        "title": model.title,
        "category": model.category,
        "severity": model.severity,
        "confidence": model.confidence,
        "default": model.default,
        "suppressible": model.suppressible,
        "message": model.message,
        "suggestion": model.suggestion,
        "authorities": list(model.authorities),
        "kinds": list(model.kinds),
        "channels": list(model.channels),
        "audiences": list(model.audiences),
        "tags": list(model.tags),
    }
