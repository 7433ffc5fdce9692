"""The lexicon: every phrase of every concept, found in one Aho-Corasick pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from postguard.draft.span import Span
from postguard.errors import UsageError
from postguard.signals.concept import Concept
from postguard.signals.interface import Signal
from postguard.signals.patterns import PatternExtractor, PatternIndex
from postguard.signals.phrases import expand

if TYPE_CHECKING:
    from postguard.signals.reading import Reading


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
        index = PatternIndex(expression for concept in self.concepts for expression in concept.patterns)
        self._patterned = tuple(
            PatternExtractor(concept, index) for concept in self.concepts if concept.patterns or concept.cased_patterns
        )

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

    def patterned(self) -> tuple[PatternExtractor, ...]:
        """An extractor for each concept that has patterns."""
        return self._patterned


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether the match begins and ends at a word's edge."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (
        (text[start].isalnum() and (before.isalnum() or before in "_@"))
        or (text[end - 1].isalnum() and (after.isalnum() or after == "_"))
    )
