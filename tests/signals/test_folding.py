from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Gift-Card", "gift card"),
        ("“We’re” glad", '"we\'re" glad'),
        ("José’s café", "jose's cafe"),
        ("ｇｉｆｔ ｃａｒｄ", "gift card"),
        ("𝗳𝗿𝗲𝗲 exam", "free exam"),
        ("frее exаm", "free exam"),  # Cyrillic е and а
        ("gi\u200bft ca\u00adrd", "gift ca rd"),
        ("gift\n  card", "gift card"),
        ("gift\r\n\r\ncard", "gift\ncard"),
        ("gift\u00a0card", "gift card"),
        ("❤️ love", "❤ love"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_offsets_lead_back() -> None:
    text = "A  “gi\u200bft -  card” 🎁"
    folded = fold(text)
    start = folded.text.index("gift card")
    span = folded.to_original(start, start + len("gift card"))
    assert text[span.start : span.end] == "gi\u200bft -  card"


@given(st.text(max_size=200))
def test_every_folded_character_has_its_place(text: str) -> None:
    folded = fold(text)
    for offset in range(len(folded.text)):
        span = folded.to_original(offset, offset + 1)
        assert 0 <= span.start < span.end <= len(text)
    if folded.offsets is not None:
        assert list(folded.offsets) == sorted(set(folded.offsets))


@given(st.text(alphabet="aB é’-\n\u200b", max_size=60))
def test_folding_again_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text.replace("\n", " ") == once.replace("\n", " ")
