import pytest

from .reading import check_map, covered, marked, prose, read, texts


def test_paragraphs_and_passages():
    source = "\ufeffOne 😀\r\ntwo\r\n\r\nthree *as is* <b>\r\n---\r\nfour\r\n* * *\nfive - six\n"
    document = read(source, "text")
    assert texts(document, "prose") == ["One 😀\ntwo\n\nthree *as is* <b>", "four", "five - six"]
    assert marked(document, "paragraph") == ["One 😀\ntwo", "three *as is* <b>", "four", "five - six"]
    check_map(document)


@pytest.mark.parametrize(
    ("source", "text", "reach"),
    [
        ("a\n\n<!-- postguard: ignore[X] r -->\nb\nc\n\nd", "a\n\nb\nc\n\nd", "b\nc"),
        ("a\nb <!-- postguard: ignore[X] r -->\nc", "a\nb \nc", "b <!-- postguard: ignore[X] r -->"),
    ],
)
def test_directives_are_no_prose(source, text, reach):
    document = read(source, "text")
    assert texts(document, "prose") == [text]
    assert covered(document) == [reach]
    check_map(document)


def test_other_comments_stay_text():
    assert prose("a <!-- b --> c <!-- postguard: open", "text") == "a <!-- b --> c <!-- postguard: open"


def test_blank_text_has_no_views():
    assert read(" \n\t\r\n", "text").views == ()
