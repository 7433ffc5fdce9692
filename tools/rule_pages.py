"""Writes docs/rules/: one page for each rule and an index, from the rule files alone.

python tools/rule_pages.py            write the pages
python tools/rule_pages.py --check    exit 1 when a page is missing, stale or left over
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postguard.rules.loader import RuleBook, load
from postguard.rules.model import ExampleModel
from postguard.rules.rule import Rule

PAGES = Path(__file__).parents[1] / "docs" / "rules"
FAMILIES = {
    "phi": "Protected health information",
    "incentive": "Incentives",
    "tone": "Tone, plain language, channels",
    "configuration": "Directives and configuration",
}
NOTE = "<!-- Written by tools/rule_pages.py from the rule file: change that, then run make docs. -->\n"


def pages(book: RuleBook) -> dict[str, str]:
    """The text of every page by its file name."""
    texts = {f"{rule.code}.md": _page(rule, book) for rule in book.rules}
    texts["README.md"] = _index(book)
    return texts


def _page(rule: Rule, book: RuleBook) -> str:
    return NOTE + "\n".join(_page_lines(rule, book)).rstrip() + "\n"


def _page_lines(rule: Rule, book: RuleBook) -> Iterator[str]:
    model = rule.model
    yield from (f"# {model.code} {model.name}", "", f"**{model.title}**", "")
    yield f"Family: {model.category}. Severity: {model.severity}. Confidence: {model.confidence}."
    if not model.default:
        yield "Off by default: select it to use it."
    yield from ("", "## Why", "", model.why.strip(), "", "## What to do instead", "", model.suggestion, "")
    if model.question:
        yield from ("A question for counsel: " + model.question, "")
    yield from ("## Authorities", "")
    for key in model.authorities:
        authority = book.authorities[key]
        yield (
            f"- **{key}**: [{authority.citation}]({authority.url}), {authority.title}."
            f" Verified: {authority.verified}, checked {authority.checked}."
            + (f" Answered by: {authority.answered_by}" if authority.answered_by else "")
        )
    yield from ("", "## Flags", "")
    for example in model.examples.flag:
        yield from _example(example, example.severity or "")
    yield from ("", "## Passes", "")
    for example in model.examples.passes:
        yield from _example(example, example.because)


def _example(example: ExampleModel, remark: str) -> Iterator[str]:
    context = [f"{key} {value}" for key, value in (("kind", example.kind), ("channel", example.channel)) if value]
    context += [f"audience {example.audience}"] if example.audience else []
    context += [f"with `[{table}] {_shown(value)}`" for table, value in _settings(example) if value]
    remarks = "; ".join([*context, *([remark] if remark else [])])
    if remarks:
        yield from (f"{remarks[:1].upper()}{remarks[1:]}:", "")
    if example.in_reply_to:
        yield from ("    (in reply to) " + example.in_reply_to.replace("\n", "\n    "), "")
    yield from ("    " + example.text.strip("\n").replace("\n", "\n    "), "")


def _settings(example: ExampleModel) -> Iterator[tuple[str, dict[str, Any]]]:
    """The configuration that an example is for."""
    yield "organization", example.organization
    yield "voice", example.voice
    for term in example.terms:
        yield "[terms]", term


def _shown(table: dict[str, Any]) -> str:
    return ", ".join(f"{key} = {_value(value)}" for key, value in table.items())


def _value(value: Any) -> str:
    return "{ " + _shown(value) + " }" if isinstance(value, dict) else json.dumps(value, ensure_ascii=False)


def _index(book: RuleBook) -> str:
    lines = [NOTE + "# Rules", "", f"{len(book.rules)} rules. `postguard explain CODE` prints the same."]
    for family, title in FAMILIES.items():
        rules = [rule.model for rule in book.rules if rule.model.category == family]
        if rules:
            lines += ["", f"## {title}", "", "| code | name | severity | what it finds |", "|---|---|---|---|"]
            lines += [f"| [{m.code}]({m.code}.md) | {m.name} | {m.severity} | {m.title} |" for m in rules]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write or check the pages; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only tell whether the pages are fresh")
    options = parser.parse_args()
    wanted = pages(load())
    present = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")} if PAGES.exists() else {}
    stale = sorted(name for name in {*wanted, *present} if wanted.get(name) != present.get(name))
    if options.check:
        for name in stale:
            sys.stdout.write(f"docs/rules/{name} is not fresh: run make docs\n")
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (PAGES / name).write_text(wanted[name], encoding="utf-8")
        else:
            (PAGES / name).unlink()
    sys.stdout.write(f"{len(wanted)} pages, {len(stale)} of them new or changed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
