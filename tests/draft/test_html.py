import pytest

from postguard.draft.span import Span
from postguard.errors import UncheckedError

from .reading import check_map, covered, marked, prose, read, texts, work


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One <b>two</b>\n   three</p><p>four</p>", "One two\nthree\n\nfour"),
        ("<p>a</p><script>x</script><style>y</style><p>b</p>", "a\n\nb"),
        ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
        ("<table><tr><td>a<td>b</tr><tr><td>c</table>", "a | b\n\nc"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("5 &lt; 6 &copy 7 &#x1F600; &nosuch; AT&T", "5 < 6 © 7 😀 &nosuch; AT&T"),
        ("a<hr>b", "a\n\n\nb"),
        ("a < b and <unclosed words", "a < b and <unclosed words"),
        ("seen <!-- never closed words", "seen <!-- never closed words"),
        ("<div>a</span></div>b", "a\n\nb"),
        ("\ufeff<p>x</p>", "x"),
        ("", ""),
    ],
)
def test_prose_is_what_a_reader_sees(source, text):
    assert prose(source, "html") == text
    check_map(read(source, "html"))


def test_what_hides_in_markup_has_views_of_its_own():
    document = read(
        '<html><head><title>A &amp; B</title><meta name="description" content="De &eacute;">'
        "<meta name=viewport content=w>"
        "</head><body><!-- note --><a href='/u?x=1&amp;y' title=tip>t</a><img src=/a/b%20c.jpg alt='p &gt; q'>"
        "<button aria-label='Close it'>x</button></body></html>",
        "html",
    )
    assert texts(document, "title") == ["A & B"]
    assert texts(document, "attribute") == ["De é", "tip", "Close it"]
    assert texts(document, "url") == ["/u?x=1&y", "/a/b%20c.jpg"]
    assert texts(document, "image") == ["b c.jpg"]
    assert texts(document, "alt") == ["p > q"]
    assert texts(document, "comment") == ["note"]
    assert prose(document.source, "html") == "t\n\nx"
    check_map(document)


def test_marks_follow_the_elements():
    document = read(
        "<h1>H</h1><p>P <a href=u>l <em>e</em></a></p><ul><li>i</li></ul><blockquote>q</blockquote>", "html"
    )
    assert marked(document, "heading") == ["H"]
    assert marked(document, "paragraph") == ["P l e"]
    assert marked(document, "link") == ["l e"]
    assert marked(document, "emphasis") == ["e"]
    assert marked(document, "item") == ["i"]
    assert marked(document, "quote") == ["q"]


def test_spans_are_exact_behind_emoji_and_entities():
    source = "<p>😀 é &eacute; <i>Jane</i>\r\n\r\n  &amp; Doe</p>"
    view = next(view for view in read(source, "html").views if view.scope == "prose")
    at = view.text.index("Jane")
    span = view.to_source(Span(at, len(view.text)))
    assert source[span.start : span.end] == "Jane</i>\r\n\r\n  &amp; Doe"


@pytest.mark.parametrize(
    ("source", "reach"),
    [
        ("<!-- postguard: ignore[X] r -->\n<p>a\nb</p>\n<p>c</p>", "<p>a\nb</p>"),
        ("<div>\n<!-- postguard: ignore[X] r -->\n<b>a</b> b\n<p>c</p></div>", "<b>a</b> b"),
        ("<p>a</p> <!-- postguard: ignore[X] r -->\n<p>c</p>", "<p>a</p> <!-- postguard: ignore[X] r -->"),
    ],
)
def test_a_directive_covers_its_line_or_the_next_block(source, reach):
    assert covered(read(source, "html")) == [reach]


@pytest.mark.parametrize("deep", ["<div>", "<ul><li>", "<b>", "<p>", "<!--", "<a href='", "<", "</a>", "<td>"])
def test_ten_thousand_of_a_tag_lose_no_word_and_work_grows_with_their_number_only(deep):
    document = read(deep * 10_000 + "word", "html")
    assert any("word" in view.text for view in document.views)
    few, many = (work(deep * number + "word", "html") for number in (500, 4_000))
    assert many < 8 * few * 1.5


def test_deeper_nesting_is_refused_at_once():
    with pytest.raises(UncheckedError) as caught:
        read("<div>" * 20_000, "html")
    assert caught.value.kind == "too-deep"
