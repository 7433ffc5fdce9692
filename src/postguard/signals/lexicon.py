"""The lexicon: every phrase of every concept, found in one Aho-Corasick pass; patterns, behind literal triggers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from postguard.draft.span import Span
from postguard.errors import UsageError
from postguard.signals.interface import Signal, Value
from postguard.signals.phrases import expand

if TYPE_CHECKING:
    from postguard.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Concept:
    """A list of ways to say one thing."""

    name: str
    """The dotted name."""

    phrases: tuple[str, ...] = ()
    """In the notation of signals.phrases; a leading `=` asks for the same case."""

    patterns: tuple[str, ...] = ()
    """RE2 expressions, run on the folded text (lower case, hyphens as spaces); named groups become values."""

    cased_patterns: tuple[str, ...] = ()
    """RE2 expressions run on the text as it stands."""

    triggers: tuple[str, ...] = ()
    """Folded literals, one of which must occur before the patterns are tried; empty: always tried."""

    exceptions: tuple[str, ...] = ()
    """Phrases that cancel a match inside them ("gift card" in "gift card shop")."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """Values that every signal of the concept carries."""

    note: str = ""
    """What a finding says of such a place, as a related note."""


class Lexicon:
    """All concepts of a set of rules, compiled: one extractor for all phrases, one for each concept that has patterns.

    Several concepts may share a name, each with values of its own; their exceptions hold for all of that name.
    """

    name = "lexicon"

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self.notes = {concept.name: concept.note for concept in self.concepts if concept.note}
        self.produces = tuple({concept.name: None for concept in self.concepts})
        self._entries: list[tuple[Concept, str | None, bool]] = []
        self._phrases: list[str] = []
        for concept in self.concepts:
            for phrases, cancels in ((concept.phrases, False), (concept.exceptions, True)):
                self._add(concept, phrases, cancels)
        self._automaton: Any = None

    def _add(self, concept: Concept, phrases: Sequence[str], cancels: bool) -> None:
        for notation in phrases:
            cased = notation[1:] if notation.startswith("=") else None
            try:
                written = list(expand(cased or notation))
            except UsageError as error:
                raise UsageError(f"concept {concept.name}: {error}") from None
            for phrase in written:
                self._phrases.append(phrase)
                self._entries.append((concept, cased, cancels))

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Every phrase of the view, in one pass."""
        if self._automaton is None:
            import ahocorasick_rs

            self._automaton = ahocorasick_rs.AhoCorasick(self._phrases)
        folded = reading.folded
        text = folded.text
        found: list[tuple[Concept, Span]] = []
        cancelled: dict[str, list[Span]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not _is_word(text, start, end):
                continue
            concept, cased, cancels = self._entries[index]
            span = folded.to_original(start, end)
            if cased is not None and reading.view.text[span.start : span.end] != cased:
                continue
            if cancels:
                cancelled.setdefault(concept.name, []).append(span)
            else:
                found.append((concept, span))
        reading.remember_exceptions(cancelled)
        for concept, span in found:
            if not any(other.contains(span) for other in cancelled.get(concept.name, ())):
                yield Signal(concept.name, span, concept.values)

    def patterned(self) -> Iterator[PatternExtractor]:
        """An extractor for each concept that has patterns."""
        for concept in self.concepts:
            if concept.patterns or concept.cased_patterns:
                yield PatternExtractor(concept)


class PatternExtractor:
    """The patterns of one concept."""

    name = "pattern"

    def __init__(self, concept: Concept) -> None:
        self.concept = concept
        self.produces = (concept.name,)
        self._compiled: list[tuple[Any, bool]] | None = None

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Every match of the patterns, if a trigger occurs in the view."""
        text = reading.folded.text
        if self.concept.triggers and not any(trigger in text for trigger in self.concept.triggers):
            return
        if self._compiled is None:
            self._compiled = list(compile_patterns(self.concept))
        cancelled = reading.exceptions(self.concept.name)
        for expression, is_cased in self._compiled:
            for match in expression.finditer(reading.view.text if is_cased else text):
                span = Span(*match.span()) if is_cased else reading.folded.to_original(*match.span())
                if match.end() > match.start() and not any(other.contains(span) for other in cancelled):
                    yield Signal(self.concept.name, span, {**self.concept.values, **_numbers(match)}, self.name)


def compile_patterns(concept: Concept) -> Iterator[tuple[Any, bool]]:
    """The compiled patterns of a concept, with whether each is run on the text as it stands.

    Raises:
        UsageError: RE2 does not take an expression.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    for expressions, is_cased in ((concept.patterns, False), (concept.cased_patterns, True)):
        for expression in expressions:
            try:
                yield re2.compile(expression, options), is_cased
            except re2.error as error:
                raise UsageError(f"concept {concept.name}: RE2 does not take {expression!r}: {error}") from None


def _numbers(match: Any) -> dict[str, Value]:
    """The named groups that hold a number; other text never becomes a value."""
    values: dict[str, Value] = {}
    for key, text in match.groupdict().items():
        digits = (text or "").replace(",", "").strip()
        try:
            values[key] = float(digits)
        except ValueError:
            continue
    return values


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the match begins and ends at a word's edge."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (
        (text[start].isalnum() and (before.isalnum() or before in "_@"))
        or (text[end - 1].isalnum() and (after.isalnum() or after == "_"))
    )
