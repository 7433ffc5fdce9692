"""`postguard explain`: why a rule is there, the law behind it, examples, and how to clear a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from postguard.rules.authority import Authority
    from postguard.rules.model import ExampleModel
    from postguard.rules.rule import Rule

_WIDTH = 100
_VERIFIED = {
    "primary": "verified: the operative words were read",
    "secondary": "verified at second hand: read in a summary by others",
    "unverified": "not verified: not read; check it before you rely on it",
}


def explain(
    rule: Annotated[str, typer.Argument(metavar="CODE|NAME", help="A rule's code or name, such as INC101.")],
) -> None:
    r"""Explain a rule: why, law, examples, how to clear it.

    \b
    Examples:
      postguard explain INC101
      postguard explain patient-referral-reward
    """
    from postguard.policy.selection import selected
    from postguard.rules.loader import builtin

    book = builtin()
    found = book.rule(rule)
    if found is None:
        selected(book.rules, (rule,))  # says the nearest names, unless it is a prefix or a category
        from postguard.errors import UsageError

        raise UsageError(f"{rule!r} names several rules; list them with: postguard rules --select {rule}")
    typer.echo("\n".join(explained(found, book.authorities)))


def explained(rule: Rule, authorities: Mapping[str, Authority]) -> Iterator[str]:
    """The lines that explain a rule."""
    model = rule.model
    yield f"{model.code} {model.name}"
    yield model.title
    yield ""
    note = "" if model.default else "; off unless selected"
    yield f"{model.severity}, {model.confidence} confidence, category {model.category}{note}"
    narrowed = [
        f"{what} {', '.join(values)}"
        for what, values in (("kinds", model.kinds), ("channels", model.channels), ("audiences", model.audiences))
        if values
    ]
    if narrowed:
        yield f"only for {'; '.join(narrowed)}"
    yield ""
    yield _paragraph(model.why)
    yield ""
    yield "It says"
    yield _paragraph(model.message, "  ")
    yield ""
    yield "Law and guidelines"
    for key in model.authorities:
        yield from _authority(key, authorities.get(key))
    if model.question:
        yield ""
        yield "Question for counsel"
        yield _paragraph(model.question, "  ")
    yield ""
    yield "Flags"
    for example in model.examples.flag:
        yield from _example(example, "✗")
    yield ""
    yield "Passes"
    for example in model.examples.passes:
        yield from _example(example, "✓")
    yield ""
    yield "To clear it"
    yield _paragraph(model.suggestion, "  - ")
    yield from _ways_out(rule)


def _authority(key: str, authority: Authority | None) -> Iterator[str]:
    if authority is None:
        yield f"  {key}"
        return
    yield f"  {key}: {authority.citation}: {authority.title}"
    if authority.url:
        yield f"    {authority.url}"
    if authority.binds:
        yield _paragraph(f"binds: {authority.binds}", "    ")
    yield _paragraph(f"says: {authority.summary}", "    ")
    if authority.answered_by:
        yield _paragraph(f"answered by: {authority.answered_by}", "    ")
    yield f"    {_VERIFIED[authority.verified]} (checked {authority.checked})"


def _example(example: ExampleModel, sign: str) -> Iterator[str]:
    context = [
        f"{name}: {value}"
        for name, value in (("kind", example.kind), ("channel", example.channel), ("audience", example.audience))
        if value
    ]
    label = f"  ({', '.join(context)})" if context else ""
    yield _paragraph(example.text + label, f"  {sign} ")
    if example.because:
        yield _paragraph(f"because: {example.because}", "    ")


def _ways_out(rule: Rule) -> Iterator[str]:
    model = rule.model
    if model.suppressible:
        yield "  - If it has been reviewed and stands, say so beside the text or in the front matter, with a reason:"
        yield f"      <!-- postguard: ignore[{model.code}] why this may stay -->"
        yield f"      postguard: {{ignore: [{{codes: [{model.code}], reason: why this may stay}}]}}"
    else:
        yield "  - It cannot be ignored in a draft: change the words."
    yield f'  - For the whole organisation, in postguard.toml: [lint] ignore = ["{model.code}"]'
    yield f'      or another severity: [lint.severity] {model.code} = "info"'
    if model.voice:
        yield f'      or its voice: [voice] {model.voice} = "allow"'


def _paragraph(text: str, lead: str = "") -> str:
    return fill(
        " ".join(text.split()),
        _WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
