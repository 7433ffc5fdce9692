"""A strip: a text cut out of the source in pieces, with the way back to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Protocol

from postguard.draft.span import Span

_CARRIAGE = re.compile(r"\r\n?")


class Target(Protocol):
    """What text is written to: a view under construction."""

    def add(self, text: str, source: Span, *, literal: bool = True) -> None:
        """Append text that stands for a stretch of source."""


class Strip:
    """The text that a parser reads when the markup of an enclosing block (`> `, indentation) has been cut away."""

    def __init__(self, source: str, pieces: Iterable[tuple[int, int]]) -> None:
        self.source = source
        kept = [(start, end) for start, end in pieces if end > start]
        self._sources = [start for start, _ in kept]
        ends = list(accumulate((end - start for start, end in kept), initial=0))
        self._views = ends[:-1]
        # Most strips are one piece, and then the way back is one addition.
        self._shift = kept[0][0] if len(kept) == 1 else None
        self.length = ends[-1]
        self.text = source[kept[0][0] : kept[0][1]] if len(kept) == 1 else "".join(source[a:b] for a, b in kept)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of source behind a stretch of the strip."""
        end = min(end, self.length)
        index = max(0, bisect_right(self._views, start) - 1)
        while start < end:
            stop = self._views[index + 1] if index + 1 < len(self._views) else self.length
            shift = self._sources[index] - self._views[index]
            stop = min(stop, end)
            yield start + shift, stop + shift
            start = stop
            index += 1

    def span(self, start: int, end: int) -> Span:
        """The smallest stretch of source that holds a stretch of the strip."""
        if self._shift is not None:
            return Span(start + self._shift, min(end, self.length) + self._shift)
        found = list(self.pieces(start, end))
        if found:
            return Span(found[0][0], found[-1][1])
        index = max(0, bisect_right(self._views, start) - 1)
        at = start - self._views[index] + self._sources[index] if self._views else 0
        return Span(at, at)

    def cut(self, start: int, end: int, holes: Iterable[tuple[int, int]] = ()) -> Strip:
        """The part from `start` to `end` without the holes (sorted, disjoint)."""
        kept: list[tuple[int, int]] = []
        for hole_start, hole_end in holes:
            kept.extend(self.pieces(start, min(hole_start, end)))
            start = max(start, hole_end)
        kept.extend(self.pieces(start, end))
        return Strip(self.source, kept)

    def write(self, target: Target, start: int, end: int) -> None:
        """Write a stretch as it stands; a line end of any kind becomes one newline character."""
        if self._shift is not None:
            text = self.text[start:end]
            if "\r" not in text:
                if text:
                    target.add(text, Span(start + self._shift, start + self._shift + len(text)))
                return
        for first, last in self.pieces(start, end):
            text = self.source[first:last]
            if "\r" not in text:
                target.add(text, Span(first, last))
                continue
            at = 0
            for match in _CARRIAGE.finditer(text):
                target.add(text[at : match.start()], Span(first + at, first + match.start()))
                at = match.end()
                if len(match[0]) == 2:
                    target.add("\n", Span(first + at - 1, first + at))
                else:
                    target.add("\n", Span(first + at - 1, first + at), literal=False)
            target.add(text[at:], Span(first + at, last))

    def write_as(self, target: Target, text: str, start: int, end: int) -> None:
        """Write a text that stands for a stretch as a whole, such as the character of an entity."""
        target.add(text, self.span(start, end), literal=False)
