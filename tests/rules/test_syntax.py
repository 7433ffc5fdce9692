"""Where words stand: a noun about people or a modifier."""

from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.rules import syntax
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading


def _signal(text: str, words: str) -> tuple[Signal, Reading]:
    start = text.index(words)
    view = View("prose", text, ())
    return Signal("test.words", Span(start, start + len(words))), Reading(view, Context(), ())


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("services for the homeless.", "the homeless", True),
        ("the homeless need socks", "the homeless", True),
        ("the homeless don’t call", "the homeless", True),
        ("the homeless shelter", "the homeless", False),
        ("a diabetic-friendly menu", "diabetic", False),
        ("a diabetic eating late", "diabetic", True),
        ("the elderly nursing home", "the elderly", False),
        ("the disabled every Wednesday", "the disabled", True),
    ],
)
def test_head(text: str, words: str, expected: bool) -> None:
    assert syntax.head(*_signal(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("tips for diabetics", "diabetics", True),
        ("a type 2 diabetic should", "diabetic", True),
        ("she is diabetic and runs", "diabetic", False),
        ("diabetic retinopathy", "diabetic", False),
        ("diabetics-only class", "diabetics", False),
        ("people who are diabetic.", "diabetic", False),
    ],
)
def test_noun(text: str, words: str, expected: bool) -> None:
    assert syntax.noun(*_signal(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("obese patients", "obese", True),
        ("obese young women", "obese", True),
        ("obese and tired people", "obese", False),
        ("vulnerable to infection", "vulnerable", False),
        ("high-risk HPV", "high-risk", False),
    ],
)
def test_of_people(text: str, words: str, expected: bool) -> None:
    assert syntax.of_people(*_signal(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Is it safe?", True), ("Want it safe?", False), ("It is safe.", False), ("So, does it stay safe?", True)],
)
def test_asked(text: str, expected: bool) -> None:
    assert syntax.asked(*_signal(text, "safe")) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tips for diabetics this fall", "diabetics", True),
        ("\U0001f489 Diabetics need care", "Diabetics", True),
        ("Open late.\nDiabetics need care", "Diabetics", True),
        ("older diabetics can join", "diabetics", True),
        ("type 2 diabetics can join", "diabetics", False),
        ("type 2\ndiabetics can join", "diabetics", False),
        ("young and obese adults wait", "obese adults", False),
        ("young, obese adults wait", "obese adults", False),
        ("the diabetics' group", "diabetics", False),
        ("the diabetics’ group", "diabetics", False),
        ("non-diabetics may come", "diabetics", False),
        ("#diabetics may come", "diabetics", False),
        ("a diabetic patient portal", "diabetic patient", False),
    ],
)
def test_standalone(text: str, words: str, expected: bool) -> None:
    assert syntax.standalone(*_signal(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("She is diabetic.", "is diabetic", True),
        ("If she is diabetic, call us.", "is diabetic", True),
        ("He is diabetic but runs.", "is diabetic", True),
        ("He is diabetic and hypertensive.", "is diabetic", False),
        ("He is diabetic, hypertensive and tired.", "is diabetic", False),
        ("He is diabetic/asthmatic.", "is diabetic", False),
        ("The menu is diabetic-friendly.", "is diabetic", False),
        ("Is it true that he is diabetic?", "is diabetic", False),
        ("It is diabetic retinopathy.", "is diabetic", False),
    ],
)
def test_closing(text: str, words: str, expected: bool) -> None:
    assert syntax.closing(*_signal(text, words)) is expected
