"""What must hold for every text, whatever it is."""

import contextlib

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from postguard.draft.interface import Document, Draft
from postguard.draft.source import read_document
from postguard.draft.span import Span
from postguard.errors import UncheckedError

from .reading import check_map, read

STYLES = ("text", "markdown", "html")
PIECES = [
    "word ", "Jane", " ", '\n', '\n\n', '\r\n', '\r', '\t', "    ", "> ", "- ", "1. ", "# ", '---\n', "***", "**",
    "*", "_", "`", '```\n', "~~", "[", "](", ")", "![", "]", "[r]: /u 'x'\n", "[r]", "|", '|---|\n', '\\', '\\\n',
    '  \n', "&amp;", "&#39;", "&copy", "&", ";", "<", ">", "<b>", "</b>", "<p>", "</p>", "<a href='x y' title=t>",
    "</a>", "<br>", '<img src=a/b.jpg alt="q">', "<!--", "-->", "<!-- c -->", "<!-- postguard: ignore[A] r -->",
    "<script>", "</script>", "<td>", "<li>", "<hr>", "<http://u.v>", "😀", "é", '\u200b', '\ufeff', '\x00', "$",
    'title: x\n', 'postguard:\n', "'", '"', ":", "<title>", "</title>", '\u2028', '\x0b', "<div", '=\n',
    '---\nk: v\n---\n', "%20", '\ud800',
]  # fmt: skip
drafts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=200))
relaxed = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def try_read(text: str, style: str) -> Document | None:
    with contextlib.suppress(UncheckedError):
        return read(text, style)
    return None


@pytest.mark.parametrize("style", STYLES)
@relaxed
@given(text=drafts)
def test_every_view_maps_exactly_and_nothing_else_is_raised(style, text):
    document = try_read(text, style)
    if document is None:
        return
    assert len(document.source) == len(text)
    check_map(document)
    for directive in document.directives:
        assert 0 <= directive.covers.start <= directive.covers.end <= len(text)
        assert text[directive.span.start : directive.span.end]


@pytest.mark.parametrize("style", STYLES)
@relaxed
@given(text=drafts, data=st.data())
def test_every_stretch_of_a_view_lies_in_the_source(style, text, data):
    document = try_read(text, style)
    if document is None or not document.views:
        return
    view = data.draw(st.sampled_from(document.views))
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    touched = [s for s in view.segments if s.view.overlaps(Span(start, end))]
    if not touched:
        with pytest.raises(ValueError, match="no source"):
            view.to_source(Span(start, end))
        return
    span = view.to_source(Span(start, end))
    assert 0 <= span.start < span.end <= len(text)
    assert all(span.overlaps(segment.source) for segment in touched)


@pytest.mark.parametrize("style", ["text", "markdown"])
@pytest.mark.parametrize("before", ["First paragraph.\n\n", "😀 é\r\n\r\n"])
@relaxed
@given(text=drafts)
def test_a_paragraph_before_moves_everything_by_its_length(style, before, text):
    text = "x" + text  # a text that starts with a letter is no front matter and has no byte-order mark
    assume("|-" not in text)  # the grammar takes a table's bare delimiter row by what stands before it
    alone, moved = try_read(text, style), try_read(before + text, style)
    if alone is None or moved is None:
        assert alone is moved
        return

    def pieces(document: Document, by: int) -> list[tuple[str, Span, bool]]:
        return [(v.scope, s.source.shifted(by), s.literal) for v in document.views for s in v.segments]

    first = (("prose", Span(0, len(before.rstrip()))), ("prose", Span(0, len(before))))
    shifted = pieces(alone, len(before))
    assert [p for p in pieces(moved, 0) if (p[0], p[1]) not in first] == shifted
    assert [d.covers.shifted(len(before)) for d in alone.directives] == [d.covers for d in moved.directives]


@relaxed
@given(words=st.lists(st.text("abcXYZé😀", min_size=1, max_size=8), min_size=1, max_size=20), data=st.data())
def test_no_word_of_plain_markdown_is_lost(words, data):
    """Markers between words may be read either way, but every word reaches a view."""
    glue = st.sampled_from(
        [
            " ",
            "\n",
            "\n\n",
            " **",
            "** ",
            " _",
            "_ ",
            " [",
            "] ",
            "\n> ",
            "\n- ",
            "\n# ",
            " | ",
            " ~ ",
            " `",
            "` ",
            " $",
        ]
    )
    text = "".join(word + data.draw(glue) for word in words)
    seen = "\n".join(view.text for view in read(text, "markdown").views)
    assert all(word in seen for word in words)


def test_the_empty_text_is_an_empty_document():
    assert read_document(Draft("")).views == ()
