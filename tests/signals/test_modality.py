from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import Mark, View
from postguard.rules.loader import load
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

EXTRACTORS = extractors(load().lexicon)
LONG = "Wash your hands. " * 60


def _covered(text: str, kind: str, word: str, marks: tuple[Mark, ...] = ()) -> bool:
    start = text.index(word)
    reading = Reading(View("prose", text, (), marks), Context(), EXTRACTORS)
    return reading.covering(f"modality.{kind}", Span(start, start + len(word)))


@pytest.mark.parametrize(
    ("kind", "text", "word", "covered"),
    [
        ("negated", "We never pay for referrals.", "pay for referrals", True),
        ("negated", "There is no cure yet.", "cure", True),
        ("negated", "It is not easy, but we cure it.", "cure", False),
        ("negated", "No shots today. We pay well.", "pay", False),
        ("negated", "“Vaccines cause autism” is a myth.", "cause autism", True),
        ("negated", "We love notes.", "notes", False),
        ("quoted", "He called them “addicts” once.", "addicts", True),
        ("quoted", "Addicts are people's neighbours, and it's fine.", "people", False),
        ("warning", "Beware of callers. They offer free braces. Hang up.", "free braces", True),
        ("warning", "Free braces for you. Call us today to book one.", "Free braces", False),
        ("reported", "According to the indictment he paid doctors.", "paid doctors", True),
        ("invented", "Meet Otto, 61, with gout. Otto is completely made up, by the way.", "Otto, 61", True),
        ("invented", "Tonight's sim lab: a manikin named Pia has chest pain.", "Pia", True),
        ("invented", "Pia (a made-up name) had chest pain in our lobby.", "Pia", False),
        ("invented", "You can't make this up: Pia danced out of surgery.", "Pia", False),
        ("invented", "The pacemaker was invented in 1958. Pia got hers today.", "Pia got", False),
        ("invented", f"Fictional patient Otto has gout.\n\n{LONG}\n\nPia got hers.", "Pia", False),
    ],
)
def test_scopes(kind: str, text: str, word: str, covered: bool) -> None:
    assert _covered(text, kind, word) is covered


def test_block_quotes_are_quotations() -> None:
    text = "They said\n\ncrazy people"
    assert _covered(text, "quoted", "crazy", (Mark("quote", Span(11, 23)),))
