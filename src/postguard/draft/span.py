"""Spans and positions in a text, counted in Unicode code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text."""

    start: int
    """Offset of the first code point."""

    end: int
    """Offset after the last code point; equal to `start` for an empty span."""

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Span) -> int:
        """Code points between the two spans; 0 when they touch or overlap."""
        return max(0, self.start - other.end, other.start - self.end)

    def shifted(self, by: int) -> Span:
        """The same span, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as editors show it; line and column start at 1, columns count code points."""

    line: int
    column: int


class LineIndex:
    """Turns offsets of one text into lines and columns (LF, CRLF and CR end a line)."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._bom = text.startswith("\ufeff")

    def position(self, offset: int) -> Position:
        """The line and column of an offset. A byte-order mark counts as an offset but not as a column."""
        line = bisect_right(self._starts, offset)
        column = offset - self._starts[line - 1] + 1
        if self._bom and line == 1:
            column = max(1, column - 1)
        return Position(line, column)
