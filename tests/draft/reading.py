"""Helpers for the tests of the draft stage."""

import sys
from datetime import date

from postguard.draft.interface import Document, Draft
from postguard.draft.source import read_document
from postguard.draft.span import Span
from postguard.draft.view import View


def read(text: str, style: str = "markdown") -> Document:
    return read_document(Draft(text, input_format=style))


def work(text: str, style: str) -> int:
    """How many calls reading a draft takes: the same on every machine, however busy, unlike seconds."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        read(text, style)
    finally:
        sys.setprofile(before)
    return calls


def texts(document: Document, scope: str) -> list[str]:
    return [view.text for view in document.views if view.scope == scope]


def prose(text: str, style: str = "markdown") -> str:
    return "\n\n\n".join(texts(read(text, style), "prose"))


def marked(document: Document, kind: str) -> list[str]:
    return [view.text[span.start : span.end] for view in document.views for span in view.marked(kind)]


def covered(document: Document) -> list[str]:
    return [document.source[d.covers.start : d.covers.end].strip() for d in document.directives]


def check_map(document: Document) -> None:
    """Every view's map must be exact."""
    for view in document.views:
        check_view(view, document.source)


def check_view(view: View, source: str) -> None:
    assert view.text
    assert view.segments
    at = 0
    for segment in view.segments:
        assert at <= segment.view.start < segment.view.end <= len(view.text)
        at = segment.view.end
        assert 0 <= segment.source.start < segment.source.end <= len(source)
        if segment.literal:
            view_piece = view.text[segment.view.start : segment.view.end]
            assert source[segment.source.start : segment.source.end] == view_piece
    for mark in view.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(view.text)


def check_context(document: Document) -> None:
    """What the front matter of these tests says of its draft, whichever language it is in."""
    context = document.context
    assert (context.kind, context.channel, context.audience) == ("reply", "google_business", "public")
    assert (context.in_reply_to, context.date, context.published) == ("Great care", date(2025, 6, 30), True)
    assert context.permissions == ("story-1",)
    assert [(d.codes, d.reason) for d in document.directives] == [
        (("PHI101",), "the patient has signed"),
        (("INC101", "TON*"), "agreed"),
    ]
    assert all(d.covers == Span(0, len(document.source)) for d in document.directives)
