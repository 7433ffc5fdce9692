"""MS is a disease, Ms. is a title."""

from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.rules.loader import builtin
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors


def _says_diagnosis(text: str) -> bool:
    return bool(Reading(View("prose", text, ()), Context(), extractors(builtin().lexicon)).find("care.diagnosis"))


@pytest.mark.parametrize("text", ["So glad your MS is under control.", "living with ms", "an ms flare", "She has MS."])
def test_the_disease(text: str) -> None:
    assert _says_diagnosis(text)


@pytest.mark.parametrize("text", ["Thank you, Ms. Ortiz!", "Call Ms Rivera.", "ask ms. lee", "for Ms. Kim", "MS Word"])
def test_the_title(text: str) -> None:
    assert not _says_diagnosis(text)
