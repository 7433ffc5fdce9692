from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.sentences import sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Lee met Mrs. Ames. Then she left.", ["Dr. Lee met Mrs. Ames.", "Then she left."]),
        ("James T. called at 5 p.m. today", ["James T. called at 5 p.m. today"]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("Bring:\n- a friend\n- a card", ["Bring:", "- a friend", "- a card"]),
        ("Version 1.5 is out.", ["Version 1.5 is out."]),
        ("So did I. Then we left.", ["So did I.", "Then we left."]),
        ("“Stop!” she said.", ["“Stop!”", "she said."]),
    ],
)
def test_splits(text: str, parts: list[str]) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@given(st.text(max_size=300))
def test_keeps_every_word(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[s.start : s.end].split()) for s in spans) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
