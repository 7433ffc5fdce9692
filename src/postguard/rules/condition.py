"""Evaluates a rule's conditions over the signals of a reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from postguard.draft.span import Span
from postguard.rules.model import WITHIN, ConditionModel, LevelModel
from postguard.rules.term import Term, parse
from postguard.signals.ambient import is_ambient
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Window:
    """How near two signals must be."""

    number: int
    unit: str

    def around(self, reading: Reading, span: Span) -> Span:
        """The stretch of the view that is near enough to a span."""
        size = len(reading.view.text)
        if self.unit == "passage":
            return Span(0, size)
        if self.unit == "characters":
            return Span(max(0, span.start - self.number), min(size, span.end + self.number))
        sentences = reading.sentences
        reach = self.number - 1
        first = max(0, sentences.at(span.start) - reach)
        last = min(len(sentences.spans) - 1, sentences.at(max(span.start, span.end - 1)) + reach)
        return Span(min(span.start, sentences.spans[first].start), max(span.end, sentences.spans[last].end))


def window(text: str) -> Window:
    """Parse a distance such as `2 sentences` (checked by the model)."""
    match = WITHIN.match(text)
    if match is None:
        raise ValueError(text)
    if match["number"]:
        return Window(int(match["number"]), match["unit"].rstrip("s") + "s")
    return Window(1, "sentences") if text == "sentence" else Window(0, "passage")


_SENTENCE = Window(1, "sentences")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What made a condition hold, in one view."""

    anchor: Signal
    """Where the finding points."""

    others: tuple[Signal, ...] = ()
    """The further signals, without those that hold for the whole view."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, ready to be evaluated."""

    all: tuple[Term, ...]
    any: tuple[Term, ...]
    unless: tuple[Term, ...]
    within: Window
    unless_within: Window
    unless_here: tuple[Term, ...] = ()
    ordered: bool = False
    lifted_by: tuple[str, ...] = field(default=())
    also: tuple[Term, ...] = ()
    either: Term = field(init=False)
    """The terms of `any` as one."""

    def __post_init__(self) -> None:
        atoms = tuple(atom for term in self.any for atom in term.atoms)
        object.__setattr__(self, "either", Term(" | ".join(term.text for term in self.any), atoms))

    @classmethod
    def of(cls, model: ConditionModel, code: str, lifted_by: tuple[str, ...] = ()) -> Condition:
        """Compile the condition of a rule file.

        Raises:
            UsageError: a text is no term.
        """
        return cls(
            all=_terms(model.all, code),
            any=_terms(model.any, code),
            unless=_terms(model.unless, code),
            within=window(model.within),
            unless_within=window(model.unless_within or model.within),
            unless_here=_terms(model.unless_here, code),
            ordered=model.ordered,
            lifted_by=lifted_by,
            also=_terms(model.also, code),
        )

    def evidence(self, reading: Reading) -> Iterator[Evidence]:
        """Every anchor for which the condition holds."""
        anchors, *rest = self.all or (self.either,)
        for anchor in anchors.signals(reading):
            if self._lifted(reading, anchor):
                continue
            others = self._others(reading, anchor, tuple(rest))
            if others is None:
                continue
            near = self.unless_within.around(reading, anchor.span)
            if any(term.within(reading, near) for term in self.unless):
                continue
            here = _SENTENCE.around(reading, anchor.span)
            if any(term.within(reading, here) for term in self.unless_here):
                continue
            around = self.within.around(reading, anchor.span)
            others += [signal for term in self.also for signal in term.within(reading, around)]
            yield Evidence(anchor, tuple(signal for signal in others if not is_ambient(signal.concept)))

    def _lifted(self, reading: Reading, anchor: Signal) -> bool:
        selectors = (name if "." in name else f"modality.{name}" for name in self.lifted_by)
        return any(reading.covering(selector, anchor.span) for selector in selectors)

    def _counts(self, reading: Reading, signal: Signal) -> bool:
        """Whether a further signal counts: not inside a concept that lifts, such as an offer that is not made."""
        return not any(reading.covering(name, signal.span) for name in self.lifted_by if "." in name)

    def _others(self, reading: Reading, anchor: Signal, rest: tuple[Term, ...]) -> list[Signal] | None:
        near = self.within.around(reading, anchor.span)
        found: list[Signal] = []
        last = anchor
        for term in rest:
            choices = [
                signal
                for signal in term.within(reading, near)
                if signal is not anchor and self._counts(reading, signal)
            ]
            if self.ordered:
                choices = [signal for signal in choices if signal.span.start >= last.span.end]
            if not choices:
                return None
            last = min(choices, key=lambda signal: signal.span.gap(anchor.span))
            found.append(last)
        if self.all and self.any:
            either = [signal for signal in self.either.within(reading, near) if self._counts(reading, signal)]
            if not either:
                return None
            found.append(min(either, key=lambda signal: signal.span.gap(anchor.span)))
        return found


@dataclass(frozen=True, slots=True)
class Level:
    """A severity that holds when more is said."""

    severity: str
    message: str
    all: tuple[Term, ...]
    any: tuple[Term, ...]
    unless: tuple[Term, ...]
    within: Window

    @classmethod
    def of(cls, model: LevelModel, code: str) -> Level:
        """Compile a level of a rule file."""
        return cls(
            model.severity,
            model.message,
            all=_terms(model.all, code),
            any=_terms(model.any, code),
            unless=_terms(model.unless, code),
            within=window(model.within),
        )

    def holds(self, reading: Reading, evidence: Evidence) -> bool:
        """Whether the level holds for what a rule found."""
        near = self.within.around(reading, evidence.anchor.span)

        def said(term: Term) -> bool:
            return bool(term.within(reading, near))

        return (
            all(map(said, self.all)) and (not self.any or any(map(said, self.any))) and not any(map(said, self.unless))
        )


def _terms(texts: tuple[str, ...], code: str) -> tuple[Term, ...]:
    return tuple(parse(text, code) for text in texts)
