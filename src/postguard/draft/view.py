"""A view: a readable stretch of the source, with a map back to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from postguard.draft.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a view and the piece of source it stands for."""

    view: Span
    """Where the piece is in the view's text."""

    source: Span
    """Where it comes from in the source."""

    literal: bool = True
    """Whether both pieces are the same text; else (an entity, a folded scalar) the piece maps as a whole."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a view with a role in the markup: heading, paragraph, item, cell, quote, link, emphasis."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class View:
    """Readable text of one scope.

    The `prose` view is what a reader sees; a draft has one for each passage, and a thematic break starts a new passage.
    Links' addresses (`url`), image descriptions (`alt`), image file names (`image`), other attributes (`attribute`),
    comments (`comment`), code (`code`), the draft's title (`title`) and front-matter values (`frontmatter.<key>`) have
    views of their own, because protected health information hides there too.
    """

    scope: str
    text: str
    segments: tuple[Segment, ...]
    """Sorted and disjoint; text between segments (a blank line that joins two blocks) stands for no source."""

    marks: tuple[Mark, ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False, default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(segment.view.start for segment in self.segments))

    def to_source(self, span: Span) -> Span:
        """The smallest stretch of source that covers `span` of the view's text.

        Raises:
            ValueError: no part of the span stands for source text.
        """
        first = max(0, bisect_right(self._starts, span.start) - 1)
        start = end = None
        for segment in self.segments[first:]:
            if segment.view.start >= max(span.end, span.start + 1):
                break
            piece = _source_piece(segment, span)
            if piece is None:
                continue
            start = piece.start if start is None else start
            end = piece.end
        if start is None or end is None:
            raise ValueError(f"no source behind {span} of the {self.scope} view")
        return Span(start, end)

    def marked(self, kind: str) -> Iterable[Span]:
        """The spans of every mark of one kind."""
        return (mark.span for mark in self.marks if mark.kind == kind)


def _source_piece(segment: Segment, span: Span) -> Span | None:
    start, end = max(segment.view.start, span.start), min(segment.view.end, span.end)
    if start > end or (start == end and len(span) > 0):
        return None
    if not segment.literal:
        return segment.source
    shift = segment.source.start - segment.view.start
    return Span(start + shift, end + shift)


class ViewBuilder:
    """Collects the pieces of one view in reading order."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._marks: list[Mark] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Code points collected so far."""
        return self._length

    def add(self, text: str, source: Span, *, literal: bool = True) -> None:
        """Append text that stands for a stretch of source (of the same length when literal)."""
        if not text:
            return
        view = Span(self._length, self._length + len(text))
        last = self._segments[-1] if self._segments else None
        if literal and last and last.literal and (last.view.end, last.source.end) == (view.start, source.start):
            self._segments[-1] = Segment(Span(last.view.start, view.end), Span(last.source.start, source.end))
        else:
            self._segments.append(Segment(view, source, literal))
        self._parts.append(text)
        self._length = view.end

    def join(self, text: str) -> None:
        """Append text that stands for no source, such as the blank line between two blocks."""
        self._parts.append(text)
        self._length += len(text)

    def mark(self, kind: str, start: int, end: int | None = None) -> None:
        """Give the text from view offset `start` to `end` (default: here) a role."""
        stop = self._length if end is None else end
        if stop > start:
            self._marks.append(Mark(kind, Span(start, stop)))

    def build(self) -> View:
        """The finished view."""
        marks = sorted(self._marks, key=lambda mark: (mark.span.start, -mark.span.end))
        return View(self.scope, "".join(self._parts), tuple(self._segments), tuple(marks))
