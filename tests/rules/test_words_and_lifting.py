"""Shared words in patterns, concepts that lift, and words that pass a text only in the same sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard import Linter
from postguard.errors import UsageError
from postguard.rules.loader import RuleBook, load

AUTHORITIES = """
[[authority]]
key = "X"
citation = "X"
title = "X"
summary = "X"
verified = "unverified"
checked = 2026-11-22
"""
RULE = """
code = "INC901"
name = "sample"
title = "A sample"
severity = "warning"
message = "Needs review."
why = "Because."
suggestion = "Another way."
authorities = ["X"]
lifted-by = ["offer.denied"]
[when]
all = ["sample.gift", "sample.friend"]
within = "3 sentences"
unless-here = ["sample.shop"]
[[examples.flag]]
text = "a gift for a pal"
[[examples.pass]]
text = "nothing"
"""
CONCEPTS = """
gift = ["gift"]
shop = ["shop"]
[friend]
patterns = ["\\\\b{kin}\\\\b"]
"""


def _book(folder: Path, words: str = 'kin = "pals?|{close}"\nclose = "cousins?"\n') -> RuleBook:
    for name in ("concepts", "incentive", "phi", "tone"):
        (folder / name).mkdir()
    (folder / "authorities.toml").write_text(AUTHORITIES)
    (folder / "words.toml").write_text(words)
    (folder / "concepts" / "sample.toml").write_text(CONCEPTS)
    (folder / "concepts" / "offer.toml").write_text('[denied]\npatterns = ["\\\\bwe never[^.]*"]\n')
    (folder / "incentive" / "INC901-sample.toml").write_text(RULE)
    return load(folder)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("A gift for your pal.", True),
        ("A gift for your cousins.", True),
        ("A gift for your dog.", False),
        ("A gift from the shop for your pal.", False),
        ("See the shop. A gift for your pal.", True),
        ("We never give a gift to a pal.", False),
        ("We never give one to a pal. Here is a gift.", False),
        ("We never sleep. A gift for your pal.", True),
    ],
)
def test_condition(tmp_path: Path, text: str, fires: bool) -> None:
    assert bool(Linter(rulebook=_book(tmp_path)).check(text).findings) is fires


def test_a_word_that_is_not_listed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="kin"):
        _book(tmp_path, 'other = "x"\n')
