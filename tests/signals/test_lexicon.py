from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import Segment, View
from postguard.errors import UsageError
from postguard.signals.concept import Concept
from postguard.signals.interface import Signal
from postguard.signals.lexicon import Lexicon
from postguard.signals.reading import Reading


def _reading(text: str, *concepts: Concept) -> Reading:
    lexicon = Lexicon(concepts)
    whole = Span(0, len(text))
    return Reading(View("prose", text, (Segment(whole, whole),)), Context(), (lexicon, *lexicon.patterned()))


def _words(text: str, *concepts: Concept) -> list[str]:
    return [text[s.span.start : s.span.end] for s in _reading(text, *concepts).find("*")]


GIFT = Concept("benefit.gift_card", ("gift card+",), exceptions=("gift card shop",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A Gift-Card and two GIFT CARDS!", ["Gift-Card", "GIFT CARDS"]),
        ("the gift card's value", ["gift card"]),
        ("gift cardboard, regift card", []),
        ("the gift card shop", []),
        ("@gift card", []),
        ("#gift card", ["gift card"]),
        ("gift\n\ncard", []),
    ],
)
def test_phrases_match_whole_words(text: str, words: list[str]) -> None:
    assert _words(text, GIFT) == words


def test_same_case_phrases() -> None:
    assert _words("MAT helps. Bring a mat.", Concept("care.mat", ("=MAT",))) == ["MAT"]


def test_patterns_wait_for_a_trigger_and_give_numbers() -> None:
    cash = Concept("benefit.cash", patterns=(r"\$ ?(?P<amount>[0-9][0-9,]*)",), triggers=("$",))
    found = _reading("Get $1,500 or $20.", cash).find("benefit.cash")
    assert [signal.values["amount"] for signal in found] == [1500.0, 20.0]
    assert not _reading("Get 1,500.", cash).find("benefit.cash")


def test_patterns_mind_the_exceptions() -> None:
    cash = Concept("benefit.cash", patterns=(r"\$\d+",), exceptions=("$25 copay",))
    assert _words("a $25 copay, a $30 card", cash) == ["$30"]


def test_pairs_of_one_name_keep_their_values() -> None:
    pairs = (
        Concept("rule.x.words", ("addict+",), values={"prefer": "person with an addiction"}),
        Concept("rule.x.words", ("junkie+",), values={"prefer": "person who uses drugs"}),
    )
    found = _reading("addicts, junkies", *pairs).find("rule.x.words")
    assert [signal.values["prefer"] for signal in found] == ["person with an addiction", "person who uses drugs"]


def test_a_wrong_pattern_is_named() -> None:
    with pytest.raises(UsageError, match=r"benefit\.x"):
        _reading("text", Concept("benefit.x", patterns=("(",))).find("*")


def test_nothing_runs_before_it_is_asked_for() -> None:
    reading = _reading("gift card", GIFT)
    assert reading.find("care.*") == ()
    assert reading._done == set()


@given(st.text(alphabet="gift card-\n “”🎁\u200b", max_size=80))
def test_found_words_fold_to_the_phrase(text: str) -> None:
    from postguard.signals.folding import fold

    for word in _words(text, Concept("benefit.gift_card", ("gift card",))):
        assert fold(word).text == "gift card"


def test_a_joint_look_leaves_no_pattern_out() -> None:
    concepts = [Concept(f"n.{number}", patterns=(rf"\bword{number}\b",)) for number in range(200)]
    text = " ".join(f"word{number}" for number in range(0, 200, 7))
    assert len(_reading(text, *concepts).find("n.*")) == 29


def test_an_extractor_that_asks_for_its_own_kind_hides_nothing() -> None:
    class Twice:
        name = "twice"
        produces = ("x.*",)

        def extract(self, reading: Reading) -> list[Signal]:
            assert reading.find("x.*") == ()
            return [Signal("x.one", Span(0, 1))]

    reading = Reading(View("prose", "text", ()), Context(), (Twice(),))
    assert [signal.concept for signal in reading.find("x.*")] == ["x.one"]
