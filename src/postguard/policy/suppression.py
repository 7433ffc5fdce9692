"""Suppression: `<!-- postguard: ignore[CODE] reason -->` beside the text, and its like in front matter.

A suppressed finding stays in the report; it no longer counts. A directive without a reason silences nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from postguard.draft.interface import Directive
from postguard.draft.span import Span
from postguard.rules.rule import Rule

Fault = Literal["unused", "unknown", "without_reason", "not_suppressible"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of the directives of a draft."""

    silenced: tuple[Directive | None, ...]
    """For each place in question the directive that silences it, if any."""

    faults: tuple[tuple[Directive, Fault], ...]
    """Directives that do nothing or too much."""


def judge(directives: Sequence[Directive], places: Sequence[tuple[Rule, Span]], known: Iterable[Rule]) -> Judgement:
    """Hold the directives of a draft against its findings.

    Args:
        directives: what the draft asks to ignore.
        places: the rule and the primary place in the source of each finding.
        known: every rule there is, selected or not.
    """
    names = {word for rule in known for word in (rule.code.lower(), rule.model.name)}
    used: set[int] = set()
    stubborn: set[int] = set()
    silenced: list[Directive | None] = []
    for rule, span in places:
        chosen = None
        for number, directive in enumerate(directives):
            if not (directive.covers.overlaps(span) and _names(directive, rule)):
                continue
            if not rule.model.suppressible:
                stubborn.add(number)
            elif directive.reason:
                used.add(number)
                chosen = directive
        silenced.append(chosen)
    return Judgement(tuple(silenced), tuple(_faults(directives, names, used, stubborn)))


def _names(directive: Directive, rule: Rule) -> bool:
    return any(code.lower() in (rule.code.lower(), rule.model.name) for code in directive.codes)


def _faults(
    directives: Sequence[Directive], names: set[str], used: set[int], stubborn: set[int]
) -> Iterable[tuple[Directive, Fault]]:
    for number, directive in enumerate(directives):
        if not directive.codes or any(code.lower() not in names for code in directive.codes):
            yield directive, "unknown"
        elif not directive.reason:
            yield directive, "without_reason"
        elif number in stubborn:
            yield directive, "not_suppressible"
        elif number not in used:
            yield directive, "unused"
