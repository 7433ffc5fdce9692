"""How words are used: mentioned, named, denied, debunked."""

from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.rules.loader import load
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

EXTRACTORS = extractors(load().lexicon)


@pytest.mark.parametrize(
    ("kind", "text", "words", "covered"),
    [
        ("mentioned", "Please don't say addict here.", "addict", True),
        ("mentioned", "She is a person, not an addict.", "addict", True),
        ("mentioned", "We do not treat addicts.", "addicts", False),
        ("mentioned", "Our addicts meet on Monday.", "addicts", False),
        ("named", "Meet at Alcoholics Anonymous tonight.", "Alcoholics", True),
        ("named", "The Substance Abuse and Mental Health Services Administration pays.", "Substance Abuse", True),
        ("named", "Addicts need help.", "Addicts", False),
        ("named", "Ten Tips For Diabetics And Their Families", "Diabetics", False),
        ("named", "Read https://example.org/the-blind now", "the-blind", True),
        ("denied", "No vaccine is perfectly safe.", "safe", True),
        ("denied", "No downtime, painless and quick.", "painless", False),
        ("denied", "It is not safe, quick or painless.", "painless", True),
        ("denied", "It isn't easy, but it is painless.", "painless", False),
        ("debunked", "Myth: tea cures cancer.", "cures", True),
        ("debunked", "Our tea cures cancer.", "cures", False),
    ],
)
def test_scopes(kind: str, text: str, words: str, covered: bool) -> None:
    start = text.index(words)
    reading = Reading(View("prose", text, ()), Context(), EXTRACTORS)
    assert reading.covering(f"modality.{kind}", Span(start, start + len(words))) is covered
