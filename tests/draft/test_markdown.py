import pytest

from postguard.draft.span import Span

from .reading import check_map, covered, marked, prose, read, texts, work


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a **b *c* d** e", "a b c d e"),
        ("a\\*b \\# c", "a*b # c"),
        ("5 &lt; 6 &amp; 7 &#39;x&#39; &nosuch; AT&T", "5 < 6 & 7 'x' &nosuch; AT&T"),
        ("one\\\ntwo  \nthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\r\ntwo\\\r\nthree\r\n\r\nfour\r\n", "one\ntwo\nthree\n\nfour"),
        ("# Head #\n\nText", "Head\n\nText"),
        ("Head\n====\nText", "Head\n\nText"),
        ("> one\n> two **three\n> four**\n", "one\ntwo three\nfour"),
        ("- a\n  b\n- c\n\n1. d", "a\nb\n\nc\n\nd"),
        ("| a | b |\n|---|---|\n| c \\| d | **e** |", "a | b\n\nc | d | e"),
        ("one\n\n---\n\ntwo", "one\n\n\ntwo"),
        ("get $50 **now** or $20", "get $50 now or $20"),
        ("Dear [Name], see [it][ref].\n\n[ref]: /x", "Dear [Name], see it."),
        ("Write to <a@b.org> or `x*y`.", "Write to a@b.org or x*y."),
        ("a <b>c</b><br>d", "a c\nd"),
        ("x ~~y~~ z", "x y z"),
        ("\ufeffBOM *text*", "BOM text"),
        ("- [ ] task", "task"),
        ("snake_case_word 2*3*4", "snake_case_word 234"),
        ("x ![p *q* r](s.jpg) y", "x  y"),
        ("<p>One &amp; two</p>\n\nThree", "One & two\n\nThree"),
    ],
)
def test_prose_is_what_a_reader_sees(source, text):
    assert prose(source) == text
    check_map(read(source))


def test_marks_give_each_block_its_role():
    document = read("# H\n\nP with [a *link*](u)\n\n- i\n\n> q\n\n| c |\n|---|\n| d |")
    assert marked(document, "heading") == ["H"]
    assert marked(document, "link") == ["a link"]
    assert marked(document, "emphasis") == ["link"]
    assert marked(document, "item") == ["i"]
    assert marked(document, "quote") == ["q"]
    assert marked(document, "cell") == ["c", "d"]
    assert marked(document, "paragraph") == ["P with a link", "i", "q"]


def test_what_hides_in_markup_has_views_of_its_own():
    document = read(
        '[x](http://e.org/?a=1&amp;b "Ti &amp; tle") ![A *nice* <b>day</b>](img/jane%20doe.jpg?w=1) `code` '
        "<!-- note -->\n\n"
        "```py\nfenced\n```\n\n    indented\n\n<div title='tip'><img src=/p/q.png alt=pic></div>\n\n"
        "[r]: </ref/z.png> 'def'\n"
    )
    assert texts(document, "url") == ["http://e.org/?a=1&b", "img/jane%20doe.jpg?w=1", "/p/q.png", "/ref/z.png"]
    assert texts(document, "alt") == ["A nice day", "pic"]
    assert texts(document, "image") == ["jane doe.jpg", "q.png", "z.png"]
    assert texts(document, "attribute") == ["Ti & tle", "tip", "def"]
    assert texts(document, "comment") == ["note"]
    assert texts(document, "code") == ["code", "fenced", "    indented"]
    check_map(document)


def test_spans_are_exact_behind_emoji_entities_and_markup():
    source = "\ufeff---\ntitle: x\n---\n# 😀 Hi\r\n\r\n> é **Jane &amp; _Doe_** came\r\n"
    document = read(source)
    view = next(view for view in document.views if view.scope == "prose")
    at = view.text.index("Jane & Doe")
    span = view.to_source(Span(at, at + len("Jane & Doe")))
    assert source[span.start : span.end] == "Jane &amp; _Doe"
    at = view.text.index("&")
    span = view.to_source(Span(at, at + 1))
    assert source[span.start : span.end] == "&amp;"
    line = document.lines().position(source.index("Jane"))
    assert (line.line, line.column) == (6, 7)


@pytest.mark.parametrize(
    ("source", "reach"),
    [
        ("a\n\n<!-- postguard: ignore[X] r -->\n\nb\nc\n\nd", "b\nc"),
        ("<!-- postguard: ignore[X] r -->\nb\nc\n\nd", "b\nc"),
        ("<!-- postguard: ignore[X] r -->\n# H\n\nd", "# H"),
        ("<!-- postguard: ignore[X] r -->\n- a\n- b\n\nd", "- a\n- b"),
        ("a\nb <!-- postguard: ignore[X] r --> c\nd", "b <!-- postguard: ignore[X] r --> c"),
        ("<!-- postguard: ignore[X] r -->\n<p>x</p>\n\nd", "<p>x</p>"),
        ("> <!-- postguard: ignore[X] r -->\n> b\n\nc", "> b"),
        ("a\n\n<!-- postguard: ignore[X] r -->\n", ""),
    ],
)
def test_a_directive_covers_its_line_or_the_next_block(source, reach):
    document = read(source)
    assert [(d.codes, d.reason) for d in document.directives] == [(("X",), "r")]
    assert covered(document) == [reach]
    assert texts(document, "comment") == []


def test_two_directives_cover_the_same_block():
    document = read("<!-- postguard: ignore[A] r -->\n<!-- postguard: ignore[B, C] s -->\nb\n\nc")
    assert [d.codes for d in document.directives] == [("A",), ("B", "C")]
    assert covered(document)[1] == "b"
    assert covered(document)[0].endswith("b")


def test_a_directive_without_codes_or_of_another_kind_is_kept_for_judgement():
    document = read("<!-- postguard: ignore -->\na\n\n<!-- postguard: ignroe[X] -->\nb")
    assert [(d.codes, d.reason) for d in document.directives] == [((), ""), ((), "")]


@pytest.mark.parametrize("deep", [">", "> ", "- ", "[", "![", "*a ", "_a*", "<b>", "`a", "<!--", "&", "\\", "|a"])
def test_ten_thousand_of_a_marker_lose_no_word_and_work_grows_with_their_number_only(deep):
    document = read(deep * 10_000 + "word\n")
    assert any("word" in view.text for view in document.views)
    check_map(document)
    few, many = (work(deep * number + "word\n", "markdown") for number in (500, 4_000))
    assert many < 8 * few * 1.5
