from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.rules.loader import load
from postguard.signals.interface import Surroundings
from postguard.signals.patients import age_in_years
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

NOTHING_TOLD = Surroundings()
EXTRACTORS = extractors(load().lexicon)


def _reading(text: str, surroundings: Surroundings = NOTHING_TOLD) -> Reading:
    return Reading(View("prose", text, ()), Context(), EXTRACTORS, surroundings)


def _said(text: str, selector: str, surroundings: Surroundings = NOTHING_TOLD) -> list[str]:
    return [text[s.span.start : s.span.end] for s in _reading(text, surroundings).find(selector)]


@pytest.mark.parametrize(
    "text",
    [
        "A 54-year-old man with chest pain came in.",
        "The patient was admitted at noon.",
        "Reach the patient at home.",
        "pt w/ COPD, stable",
        "She was diagnosed with lupus.",
        "Home address is 4 Elm Road.",
    ],
)
def test_one_patient_is_the_topic(text: str) -> None:
    assert _said(text, "patient.individual")


@pytest.mark.parametrize(
    "text",
    [
        "Patients aged 50 to 80 should be screened.",
        "The patient portal is down.",
        "Our hospital is 96 years old.",
        "A patient may feel tired after the vaccine.",
        "We love our volunteers.",
    ],
)
def test_no_one_patient_is_the_topic(text: str) -> None:
    assert not _said(text, "patient.individual")


def test_an_event_ends_the_stretch() -> None:
    text = "The patient was admitted with sepsis. Join us at the gala on June 4!"
    assert not any("gala" in stretch for stretch in _said(text, "patient.individual"))


@pytest.mark.parametrize(
    ("mention", "number", "years"),
    [
        ("94-year-old", "94", 94),
        ("ninety-two-year-old", "ninety-two", 92),
        ("6-month-old", "6", 0.5),
        ("400 yo", "400", None),
    ],
)
def test_age_in_years(mention: str, number: str, years: float | None) -> None:
    assert age_in_years(mention, number) == years


@pytest.mark.parametrize(
    ("text", "selector", "words"),
    [
        ("seen on the third of July", "date.day", "the third of July"),
        ("born 2026-04-25 here", "date.day", "2026-04-25"),
        ("on Nov 11th '23 in pain", "date.day", "Nov 11th '23"),
        ("back in March 2024 she", "date.month", "back in March 2024"),
        ("came last Tuesday", "date.relative", "last Tuesday"),
        ("on Christmas Eve", "date.holiday", "Christmas Eve"),
        ("lives in Tulare County", "place.county", "Tulare County"),
        ("treated at St. Mary's Hospital", "place.facility", "St. Mary's Hospital"),
        ("comes from Fresno by bus", "place.city", "Fresno"),
        ("at 4417 Old Kettle Rd", "place.street", "4417 Old Kettle Rd"),
        ("Fresno, CA 93726", "place.zip", "93726"),
    ],
)
def test_dates_and_places(text: str, selector: str, words: str) -> None:
    assert words in _said(text, selector)


@pytest.mark.parametrize(
    ("text", "selector"),
    [
        ("We may call you.", "date.*"),
        ("a 24/7 line and 1/2 cup", "date.*"),
        ("in 2021 and 2022", "date.*"),
        ("Huntington's disease and the Mobile app", "place.*"),
        ("We love Texas.", "place.*"),
    ],
)
def test_no_dates_or_places(text: str, selector: str) -> None:
    assert not _said(text, selector)


def test_own_towns_and_names_are_no_places() -> None:
    own = Surroundings(names=("Riverside Hospital",), towns=("Fresno",))
    text = "He came to Riverside Hospital from Fresno."
    assert _said(text, "place.*")
    assert not _said(text, "place.*", own)
