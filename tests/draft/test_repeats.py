"""Replies that repeat an earlier one of the run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.draft.repeats import Replies

THANKS = "Thank you for taking a minute to tell us, the night crew taped your note above the coffee maker."


@pytest.mark.parametrize(
    ("later", "same"),
    [
        (THANKS, True),
        (THANKS.upper(), True),
        (THANKS.replace("night", "day"), True),
        (f"{THANKS} 💙", True),
        (THANKS.replace("the night crew taped your note above", "and we are sorry about"), False),
        ("Please ring our office manager, Ikaika, at 555-0131; she wants to hear all of this from you.", False),
    ],
)
def test_a_reply_that_shares_nine_tenths_of_its_words_repeats(later: str, same: bool) -> None:
    replies = Replies()
    assert not replies.repeats(THANKS)
    assert replies.repeats(later) is same


def test_a_short_reply_may_be_the_same_every_time() -> None:
    replies = Replies()
    assert [replies.repeats("Thank you so much!") for _ in range(3)] == [False, False, False]


def test_one_run_knows_nothing_of_another() -> None:
    Replies().repeats(THANKS)
    assert not Replies().repeats(THANKS)


@given(st.lists(st.lists(st.sampled_from("abcdefghij"), min_size=8, max_size=14), min_size=2, max_size=6))
def test_the_index_finds_what_comparing_all_with_all_finds(texts: list[list[str]]) -> None:
    replies = Replies()
    for number, words in enumerate(texts):
        expected = any(_share(words, other) >= 0.9 for other in texts[:number])
        assert replies.repeats(" ".join(words)) is expected


def _share(one: list[str], other: list[str]) -> float:
    both = sum(min(one.count(word), other.count(word)) for word in {*one, *other})
    return both / (len(one) + len(other) - both)
