"""Sentence boundaries, for distances that a reader would understand."""

from __future__ import annotations

import re
from bisect import bisect_right

from postguard.draft.span import Span

_ABBREVIATIONS = frozenset(
    """
    dr mr mrs ms st mt jr sr prof rev hon sgt capt lt gen no vs etc inc ltd co approx dept est fig vol ext
    apt ave blvd rd e.g i.e u.s a.m p.m d.o m.d r.n ph.d
    """.split()
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*•✅👉🔹✔️➡]|\d+[.)]\s))")
_LAST_WORD = re.compile(r"([\w.]+)$")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space between them.

    A full stop after a title, an initial or a usual abbreviation ends no sentence; a blank line always does.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text[start : match.start()]):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _is_abbreviation(before: str) -> bool:
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    last = word.group(1).lower()
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i")


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if stripped:
        spans.append(Span(start + lead, start + lead + len(stripped)))


class SentenceIndex:
    """Looks up the sentence of an offset."""

    def __init__(self, text: str) -> None:
        self.spans = sentences(text)
        self._starts = [span.start for span in self.spans]

    def at(self, offset: int) -> int:
        """The number of the sentence that holds an offset; the sentence before it when it is between two."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span_at(self, offset: int) -> Span:
        """The span of the sentence that holds an offset."""
        return self.spans[self.at(offset)] if self.spans else Span(0, 0)

    def distance(self, one: Span, other: Span) -> int:
        """How many sentences lie from one span to the other; 0 within one sentence."""
        return abs(self.at(one.start) - self.at(other.start))
