"""`text`: what a person reads: place, rule, message, the law behind it, and what to say instead."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from postguard.report.finding import Finding, Report
from postguard.report.interface import Excerpts
from postguard.report.plain import ForPeople, complaint, label, painted

_INDENT = "    "
_CITED = 4
"""Authorities that a finding names; `explain` names them all."""


class Text(ForPeople):
    """A block for each finding."""

    def report(self, report: Report, excerpts: Excerpts | None) -> str:
        """A line for each error, a block for each finding that is not suppressed."""
        name = label(report)
        blocks = [f"{painted(complaint(report, error), 'error', self._style)}\n\n" for error in report.errors]
        for finding in report.active:
            blocks.append("\n".join((self._headline(name, finding), *self._details(finding, excerpts))) + "\n\n")
        return "".join(blocks)

    def _headline(self, name: str, finding: Finding) -> str:
        place = painted(f"{name}:{finding.place.start.line}:{finding.place.start.column}", "bold", self._style)
        severity = painted(finding.severity.value, finding.severity.value, self._style)
        return f"{place} {finding.code} {severity} {finding.message}"

    def _details(self, finding: Finding, excerpts: Excerpts | None) -> Iterator[str]:
        if excerpts is not None:
            yield from (_INDENT + line for line in excerpts.frame(finding.span))
        if finding.related:
            places = (f"{p.start.line}:{p.start.column}{f' {p.note}' if p.note else ''}" for p in finding.related)
            yield from self._item("with", "; ".join(places))
        yield from self._law(finding)
        yield from self._item("instead", finding.suggestion)
        yield from self._item("why", f"postguard explain {finding.code}  ({finding.name})")

    def _law(self, finding: Finding) -> Iterator[str]:
        still = [f"{authority.citation} ({authority.key})" for authority in finding.authorities if authority.open]
        if still:
            rest = len(still) - _CITED
            more = f"; and {rest} more" if rest > 0 else ""
            name = "law" if finding.category in ("phi", "incentive") else "guide"
            yield from self._item(name, "; ".join(still[:_CITED]) + more)
        answered: dict[str, list[str]] = {}
        for authority in finding.authorities:
            if not authority.open:
                answered.setdefault(authority.answered_by, []).append(authority.key)
        for wording, keys in answered.items():
            by = f" by {wording.rpartition('.')[2].replace('_', ' ')}" if wording else ""
            yield from self._item("answered", f"{', '.join(keys)}{by}")

    def _item(self, name: str, words: str) -> Iterator[str]:
        head = f"{name + ':':<10}"
        text = " ".join(words.split())
        room = self._style.width - len(_INDENT) - len(head)
        lines = wrap(text, room, break_long_words=False, break_on_hyphens=False) if room > 20 else [text]
        for number, line in enumerate(lines):
            yield _INDENT + (painted(head, "dim", self._style) if number == 0 else " " * len(head)) + line
