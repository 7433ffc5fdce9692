from __future__ import annotations

import pytest

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.rules.loader import load
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

POST = Context()
EXTRACTORS = extractors(load().lexicon)


def _reading(text: str, context: Context = POST) -> Reading:
    return Reading(View("prose", text, ()), context, EXTRACTORS)


@pytest.mark.parametrize(
    ("text", "context", "answers"),
    [
        ("See you soon!", Context(kind="reply"), True),
        ("See you soon!", Context(in_reply_to="Great place"), True),
        ("Hi Dana, thank you for your review!", Context(), True),
        ("We're open on Saturday.", Context(), False),
        ("Thank you for your feedback on our draft.", Context(kind="page"), False),
    ],
)
def test_tells_whether_a_text_answers(text: str, context: Context, answers: bool) -> None:
    assert bool(_reading(text, context).find("draft.answering")) is answers


@pytest.mark.parametrize(
    ("kind", "text", "word", "covered"),
    [
        ("hypothetical", "If you have a question about your bill, call us.", "your bill", True),
        ("hypothetical", "If you had kept your appointment, we could talk.", "your appointment", False),
        ("hypothetical", "When you came in, your chart was open.", "your chart", False),
        ("hypothetical", "When you need an appointment, book online.", "appointment", True),
        ("hypothetical", "Your privacy is our top priority.", "privacy", True),
        ("withheld", "We can't discuss your care here.", "your care", True),
        ("withheld", "We can't discuss it, but you refused the X-ray.", "X-ray", False),
    ],
)
def test_scopes(kind: str, text: str, word: str, covered: bool) -> None:
    start = text.index(word)
    assert _reading(text).covering(f"modality.{kind}", Span(start, start + len(word))) is covered
