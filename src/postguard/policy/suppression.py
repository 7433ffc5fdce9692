"""Suppression: `<!-- postguard: ignore[CODE] reason -->` beside the text, and its like in front matter.

A suppressed finding stays in the report; it no longer counts. A directive without a reason silences nothing. What is
wrong with a directive becomes a signal, which the rules of rules/configuration turn into findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from postguard.draft.interface import Context, Directive
from postguard.draft.span import Span
from postguard.draft.view import Segment, View
from postguard.rules.rule import Rule
from postguard.signals.directives import DirectiveFault
from postguard.signals.reading import Reading

FaultKind = Literal["unused", "unknown", "without_reason", "not_suppressible"]
SCOPE = "directive"
"""The scope of the views that rules about directives read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a directive."""

    directive: Directive
    kind: FaultKind
    codes: tuple[str, ...] = ()
    """The rules it is about; only codes that rules have, never what the draft says."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of the directives of a draft."""

    silenced: tuple[Directive | None, ...]
    """For each place in question the directive that silences it, if any."""

    faults: tuple[Fault, ...]
    """In the order of the directives."""


def judge(
    directives: Sequence[Directive],
    places: Sequence[tuple[Rule, Span]],
    known: Iterable[Rule],
    running: Iterable[Rule] | None = None,
) -> Judgement:
    """Hold the directives of a draft against its findings.

    Args:
        directives: what the draft asks to ignore.
        places: the rule and the primary place in the source of each finding.
        known: every rule there is, selected or not.
        running: the rules that looked at the draft (all known ones when left out); a directive for a rule that did not
            look is not unused.
    """
    by_word = {word: rule for rule in known for word in (rule.code.lower(), rule.model.name)}
    ran = {rule.code for rule in (by_word.values() if running is None else running)}
    used: set[tuple[int, str]] = set()
    silenced: list[Directive | None] = []
    for rule, span in places:
        chosen = None
        for number, directive in enumerate(directives):
            if rule.model.suppressible and directive.covers.overlaps(span) and _names(directive, rule):
                used.add((number, rule.code))
                chosen = directive if directive.reason else chosen
        silenced.append(chosen)
    faults = tuple(
        fault
        for number, directive in enumerate(directives)
        for fault in _faults(directive, by_word, ran - {code for at, code in used if at == number})
    )
    return Judgement(tuple(silenced), faults)


def silencers(directives: Sequence[Directive], rule: Rule, span: Span) -> tuple[int, ...]:
    """The numbers of the directives that silence a rule at a place of the source."""
    return tuple(
        number
        for number, directive in enumerate(directives)
        if directive.reason and directive.covers.overlaps(span) and _names(directive, rule)
    )


def _names(directive: Directive, rule: Rule) -> bool:
    return any(code.lower() in (rule.code.lower(), rule.model.name) for code in directive.codes)


def _faults(directive: Directive, by_word: dict[str, Rule], idle: set[str]) -> Iterator[Fault]:
    """What is wrong with one directive.

    Args:
        directive: the directive.
        by_word: every rule by its code in lower case and by its name.
        idle: codes of the rules that looked at the draft and that the directive silenced nowhere.
    """
    rules = [by_word[word] for word in map(str.lower, directive.codes) if word in by_word]
    stubborn = tuple(dict.fromkeys(rule.code for rule in rules if not rule.model.suppressible))
    unused = tuple(dict.fromkeys(rule.code for rule in rules if rule.model.suppressible and rule.code in idle))
    if len(rules) < len(directive.codes) or not directive.codes:
        yield Fault(directive, "unknown")
    if stubborn:
        yield Fault(directive, "not_suppressible", stubborn)
    if rules and not directive.reason and len(stubborn) < len(rules):
        yield Fault(directive, "without_reason")
    elif unused:
        yield Fault(directive, "unused", unused)


def fault_reading(fault: Fault, source: str, context: Context) -> Reading:
    """A reading of a faulty directive, for the rules about directives."""
    span = fault.directive.span
    view = View(SCOPE, source[span.start : span.end], (Segment(Span(0, len(span)), span),))
    return Reading(view, context, (DirectiveFault(fault.kind, fault.codes),))
