from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.errors import UsageError
from postguard.signals.folding import fold
from postguard.signals.phrases import _FOLDED, expand, noun_forms, verb_forms


@pytest.mark.parametrize(
    ("notation", "phrases"),
    [
        ("gift card+", {"gift card", "gift cards"}),
        ("refer~", {"refer", "refers", "referred", "referring"}),
        ("[free] exam", {"free exam", "exam"}),
        ("(a|your) friend+", {"a friend", "a friends", "your friend", "your friends"}),
        ("(send|bring)~ us", {"send us", "sends us", "sent us", "sending us", "bring us", "brings us", "brought us", "bringing us"}),  # noqa: E501
        ("(loved one|child)+", {"loved one", "loved ones", "child", "children"}),
        ("can’t wait", {"can't wait"}),
    ],
)  # fmt: skip
def test_expands(notation: str, phrases: set[str]) -> None:
    assert set(expand(notation)) == phrases


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("visit", ("visit", "visits", "visited", "visiting")),
        ("tag", ("tag", "tags", "tagged", "tagging")),
        ("try", ("try", "tries", "tried", "trying")),
        ("schedule", ("schedule", "schedules", "scheduled", "scheduling")),
        ("guarantee", ("guarantee", "guarantees", "guaranteed", "guaranteeing")),
        ("diagnose", ("diagnose", "diagnoses", "diagnosed", "diagnosing")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("family", "families"), ("day", "days"), ("crutch", "crutches"), ("child", "children")]
)
def test_noun_forms(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


@pytest.mark.parametrize("notation", ["", "(a|b", "a]", "  "])
def test_refuses_what_is_no_phrase(notation: str) -> None:
    with pytest.raises(UsageError):
        list(expand(notation))


def test_refuses_too_many() -> None:
    with pytest.raises(UsageError, match="split it"):
        list(expand(" ".join(["(a|b|c|d)"] * 8)))


@given(st.from_regex(_FOLDED, fullmatch=True))
def test_folding_leaves_plain_phrases_as_they_are(phrase: str) -> None:
    assert fold(phrase).text == phrase
    assert list(expand(phrase)) == [phrase]
