"""Amounts in figures, words and slang, and the part that each plays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.signals.money import Money, in_words
from postguard.signals.reading import Reading


def _find(text: str, concept: str) -> list[tuple[str, object]]:
    reading = Reading(View("prose", text, ()), Context(), (Money(),))
    found = reading.find(concept)
    return [(text[s.span.start : s.span.end], s.values.get("amount", s.values.get("percent"))) for s in found]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Get $50 today", 50),
        ("Get $1,250.50 today", 1250.5),
        ("a $2k bonus", 2000),
        ("fifty bucks", 50),
        ("50 dollars", 50),
        ("two hundred and fifty dollars", 250),
        ("half a hundred for you", 50),
        ("a crisp twenty", 20),
        ("a tenner", 10),
        ("$3 million", 3_000_000),
        ("25 dólares", 25),
    ],
)
def test_reads_amounts(text: str, amount: float) -> None:
    assert [value for _, value in _find(text, "money.amount")] == [amount]


@pytest.mark.parametrize("text", ["Chapter 50", "call 555-0100", "A 50 year old bridge", "the buck stops here", ""])
def test_reads_no_amount(text: str) -> None:
    assert _find(text, "money.amount") == []


@pytest.mark.parametrize(
    "text",
    [
        "earn $25 when your friend joins",
        "$25 for you and $25 for them",
        "we'll put twenty bucks on your account",
        "there's fifty dollars in it for you",
        "Video testimonial = $100",
    ],
)
def test_tells_what_is_given(text: str) -> None:
    assert _find(text, "benefit.money")


@pytest.mark.parametrize(
    "text",
    [
        "A cleaning is only $99",
        "physicals for $35",
        "Tickets are $20",
        "starting at $300",
        "the run raised $4,000",
    ],
)
def test_a_price_is_no_gift(text: str) -> None:
    assert _find(text, "money.amount")
    assert _find(text, "benefit.money") == []


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("50% off facials", 50),
        ("save 20% today", 20),
        ("half price fillings", 50),
        ("two for one exams", 50),
        ("BOGO hearing aids", 50),
        ("15 percent discount", 15),
    ],
)
def test_reads_shares(text: str, percent: float) -> None:
    assert (percent) in [value for _, value in _find(text, "benefit.discount")]


def test_an_amount_off_is_a_discount() -> None:
    assert _find("$40 off your first visit", "benefit.discount") == [("$40", 40.0)]


def test_places_are_those_of_the_text() -> None:
    assert _find("💉💉 ¡Gana $40 hoy!", "money.amount") == [("$40", 40.0)]


@pytest.mark.parametrize(
    ("words", "number"),
    [("ninety nine", 99), ("a hundred", 100), ("twelve hundred", 1200), ("two thousand five hundred", 2500)],
)
def test_words_to_number(words: str, number: float) -> None:
    assert in_words(words) == number


def test_other_words_are_no_number() -> None:
    assert in_words("several") is None


@given(st.integers(min_value=1, max_value=999_999))
def test_reads_any_figure(amount: int) -> None:
    assert [value for _, value in _find(f"win ${amount:,} now", "money.amount")] == [float(amount)]


@given(st.text(max_size=200))
def test_never_fails(text: str) -> None:
    for words, _ in _find(text, "*"):
        assert words
