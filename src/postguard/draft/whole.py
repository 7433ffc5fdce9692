"""The whole draft as one view, for what is counted over all of it: lengths, reading grade, emoji."""

from __future__ import annotations

from postguard.draft.interface import Document
from postguard.draft.passages import BLOCK
from postguard.draft.span import Span
from postguard.draft.strip import Strip
from postguard.draft.view import View, ViewBuilder

SCOPE = "draft"
"""The scope of the view; a rule reads it only when it names it."""


def whole_view(document: Document) -> View | None:
    """The visible text of a draft in one view, without front matter and directives; None when there is none.

    Plain text is taken as it stands, also its lines of dashes; of Markdown and HTML the prose that a reader sees.
    """
    prose = [view for view in document.views if view.scope == "prose" and view.segments]
    if not prose:
        return None
    builder = ViewBuilder(SCOPE)
    if document.format == "text":
        source = document.source
        start, end = prose[0].segments[0].source.start, prose[-1].segments[-1].source.end
        strip = Strip(source, _without(Span(start, end), [directive.span for directive in document.directives]))
        strip.write(builder, 0, strip.length)
        return builder.build()
    for view in prose:
        if builder.length:
            builder.join(BLOCK)
        shift = builder.length
        for segment in view.segments:
            gap = segment.view.start + shift - builder.length
            if gap > 0:
                builder.join(view.text[segment.view.start - gap : segment.view.start])
            builder.add(view.text[segment.view.start : segment.view.end], segment.source, literal=segment.literal)
        rest = view.text[builder.length - shift :]
        if rest:
            builder.join(rest)
        for mark in view.marks:
            builder.mark(mark.kind, mark.span.start + shift, mark.span.end + shift)
    return builder.build()


def _without(span: Span, holes: list[Span]) -> list[tuple[int, int]]:
    pieces, at = [], span.start
    for hole in sorted(holes):
        if hole.start >= at and hole.end <= span.end:
            pieces.append((at, hole.start))
            at = hole.end
    pieces.append((at, span.end))
    return pieces
