from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.metrics.lengths import characters, graphemes, sms, utf8, utf16, weighted
from postguard.signals.metrics.urls import links

FAMILY = "👨‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", 0),
        ("Flu shots", 9),
        ("Cafe\u0301", 4),
        ("健康", 4),
        ("💉", 2),
        (FAMILY, 2),
        ("👍🏽", 2),
        ("🇺🇸", 2),
        ("3️⃣", 2),
        ("“Quoted” – fine…", 17),
        ("See https://example.org/a/very/long/path?with=query#and-more now", 4 + 23 + 4),
        ("example.org", 23),
        ("e.g. nothing", 12),
        ("mail me@example.org", 19),
        ("version 1.2.3", 13),
    ],
)
def test_weighted(text: str, length: int) -> None:
    assert weighted(text).length == length


def test_first_character_too_many() -> None:
    assert weighted("a" * 300).first_over(280) == 280
    assert weighted("é" * 279 + "健" + "b").first_over(280) == 279
    assert weighted("a" * 270 + " https://example.org/x").first_over(280) == 271
    assert graphemes(FAMILY * 3).first_over(2) == 2 * len(FAMILY)
    assert utf16("💉" * 3).first_over(4) == 2


def test_other_units() -> None:
    assert graphemes(FAMILY + "e\u0301").length == 2
    assert utf16("a💉").length == 3
    assert utf8("é💉").length == 6
    assert characters("https://example.org/long/path and", 23).length == 27
    assert characters("example.org", 23).length == 11


@pytest.mark.parametrize(
    ("text", "encoding", "segments", "units"),
    [
        ("", "GSM-7", 0, 0),
        ("a" * 160, "GSM-7", 1, 160),
        ("a" * 161, "GSM-7", 2, 161),
        ("a" * 306, "GSM-7", 2, 306),
        ("a" * 307, "GSM-7", 3, 307),
        ("€" * 80, "GSM-7", 1, 160),
        ("€" * 81, "GSM-7", 2, 162),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 3, 306),
        ("’" + "a" * 69, "UCS-2", 1, 70),
        ("’" + "a" * 70, "UCS-2", 2, 71),
        ("💉" * 35, "UCS-2", 1, 70),
        ("a" * 66 + "💉" + "a" * 66, "UCS-2", 3, 134),
    ],
)
def test_sms(text: str, encoding: str, segments: int, units: int) -> None:
    counted = sms(text)
    assert (counted.encoding, counted.segments, counted.units) == (encoding, segments, units)


def test_the_costly_characters_are_told() -> None:
    assert sms("Don’t – stop").costly == (3, 6)
    assert sms("Don't - stop [now]").costly == ()


@given(st.text(max_size=80))
def test_pieces_cover_the_text(text: str) -> None:
    for count in (weighted(text), graphemes(text), utf16(text), utf8(text), characters(text, 23)):
        assert list(count.starts) == sorted(set(count.starts))
        assert list(count.ends) == sorted(count.ends)
        for limit in range(count.length):
            assert 0 <= count.first_over(limit) < len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go to https://example.org/a.", ["https://example.org/a"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("see example.org, or bit.ly/abc!", ["example.org", "bit.ly/abc"]),
        ("write to a@example.org", []),
        ("3.5 mg and e.g. this.The end", []),
    ],
)
def test_links(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in links(text)] == found
