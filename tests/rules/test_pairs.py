"""Pairs whose preferred words repeat a word of the avoided ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.errors import UsageError
from postguard.rules.loader import load
from postguard.rules.pairs import pairs_of


@pytest.mark.parametrize(
    ("avoid", "prefer", "expected"),
    [
        ("in order to", "to", [("in order to", "to")]),
        ("(a|b) c+", "LGBTQ+", [("(a|b) c+", "LGBTQ+")]),
        (
            "diabetic (patient|patients)",
            "$1 with diabetes",
            [("diabetic patient", "patient with diabetes"), ("diabetic patients", "patients with diabetes")],
        ),
        ("(is|was) type (1|2) [very] (ill|sick)", "$2", [
            ("(is|was) type 1 [very] (ill|sick)", "1"),
            ("(is|was) type 2 [very] (ill|sick)", "2"),
        ]),
        ("(a|b) (c|d)", "$2 $1", [("a c", "c a"), ("a d", "d a"), ("b c", "c b"), ("b d", "d b")]),
    ],
)  # fmt: skip
def test_a_pair_for_each_repeated_word(avoid: str, prefer: str, expected: list[tuple[str, str]]) -> None:
    assert list(pairs_of(avoid, prefer)) == expected


@pytest.mark.parametrize(
    ("avoid", "prefer"),
    [("plain", "$1"), ("(a|b) c", "$2"), ("(patient|child)+ ill", "$1"), ("(patient+|child) ill", "$1")],
)
def test_what_cannot_be_repeated_is_refused(avoid: str, prefer: str) -> None:
    with pytest.raises(UsageError, match="repeats no round bracket"):
        list(pairs_of(avoid, prefer))


def test_the_message_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "authorities.toml").write_text("")
    (tmp_path / "concepts").mkdir()
    (tmp_path / "concepts" / "style.toml").write_text('[long]\npairs = [["a word", "$1"]]\n')
    with pytest.raises(UsageError, match=r"style\.toml: concept style\.long"):
        load(tmp_path)
