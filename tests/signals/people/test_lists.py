"""The shipped lists."""

from __future__ import annotations

import pytest

from postguard.signals.people.lists import NAME, PLACE, WORD, entries, given_class, plain, surname_class


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Maria", NAME),
        ("Siobhán", NAME),
        ("Grace", WORD),
        ("Austin", PLACE),
        ("Jean-Baptiste", NAME),
        ("Tablecloth", None),
    ],
)
def test_given(name: str, kind: str | None) -> None:
    assert given_class(name) == kind


def test_surname_with_apostrophe() -> None:
    assert surname_class("O’Malley") == NAME


def test_plain_keeps_the_length_of_the_word_in_view() -> None:
    assert plain("Núñez") == "nunez"


def test_enough_eponyms() -> None:
    assert len(entries("eponyms.txt")) >= 400
