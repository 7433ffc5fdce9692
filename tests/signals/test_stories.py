from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.rules.loader import load
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

EXTRACTORS = extractors(load().lexicon)


def _persons(text: str) -> tuple[Signal, ...]:
    return Reading(View("prose", text, ()), Context(), EXTRACTORS).find("story.person")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "A 43-year-old lobsterman fell off his boat yesterday.",
            {"age", "occupation", "event", "date or shift", "sex"},
        ),
        ("Our patient, a mom of six, sang on Christmas Eve.", {"children", "sex", "date or shift"}),
        ("bunk 3 with the tuba is up at 3 am", {"room or bed", "trait", "date or shift"}),
        ("The mayor's wife came from Fresno.", {"relation", "place", "sex"}),
    ],
)
def test_kinds_of_detail(text: str, kinds: set[str]) -> None:
    told = {kind for person in _persons(text) for kind in str(person.values["kinds"]).split(", ")}
    assert kinds <= told


def test_each_kind_counts_once() -> None:
    (person,) = _persons("A 43-year-old man, 43 years old, came back a 43-year-old man.")
    assert person.values["count"] == len(str(person.values["kinds"]).split(", "))


def test_age_over_89_is_told() -> None:
    (person,) = _persons("A 97-year-old woman walked out of our rehab.")
    assert person.values["age"] == 97


def test_groups_are_no_persons() -> None:
    assert not _persons("Women over 50 and men over 60 came to our clinic last year.")


def test_values_hold_no_words_of_the_draft() -> None:
    (person,) = _persons("A 43-year-old lobsterman from Rockland fell off his boat.")
    assert "lobster" not in str(person.values) and "Rockland" not in str(person.values)
