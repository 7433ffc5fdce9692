from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.second_reader.model import shipped
from postguard.signals.second_reader.tokens import WINDOW, Tokenizer

PIECES = ["[UNK]", "[CLS]", "[SEP]", "post", ":", "we", "miss", "##ed", "you", "jose", "!", "reply", "hello"]
SMALL = Tokenizer({piece: number for number, piece in enumerate(PIECES)})


def _words(text: str) -> list[str]:
    (window,) = SMALL.windows(text)
    return [PIECES[number] for number in window.pieces]


def test_words_are_cut_into_the_longest_pieces() -> None:
    assert _words("We missed you, José!") == [
        "[CLS]", "post", ":", "[SEP]", "we", "miss", "##ed", "you", "[UNK]", "jose", "!", "[SEP]",
    ]  # fmt: skip


def test_a_piece_points_at_its_whole_word() -> None:
    (window,) = SMALL.windows("We missed you")
    spans = [span for span in window.spans if span is not None]
    assert [(span.start, span.end) for span in spans] == [(0, 2), (3, 9), (3, 9), (10, 13)]
    assert (window.span.start, window.span.end) == (0, 13)


def test_what_a_reply_answers_stands_before_it() -> None:
    (window,) = SMALL.windows("we missed you", "reply", "hello!")
    assert [PIECES[n] for n in window.pieces[:6]] == ["[CLS]", "reply", ":", "hello", "!", "[SEP]"]
    assert window.segments == (0,) * 6 + (1,) * 5


def test_an_answered_review_is_cut_short() -> None:
    (window,) = SMALL.windows("we", "reply", "hello " * 500)
    assert window.segments.count(0) < 60


@given(st.text(max_size=2000))
def test_windows_cover_every_word_and_stay_short(text: str) -> None:
    windows = list(shipped().tokenizer.windows(text))
    covered = {span for window in windows for span in window.spans if span is not None}
    for span in covered:
        assert 0 <= span.start < span.end <= len(text)
    ends = max((span.end for span in covered), default=0)
    assert not any(char.isalnum() for char in text[ends:])
    assert all(len(window.pieces) == len(window.segments) == len(window.spans) for window in windows)
    assert all(window.segments.count(1) <= WINDOW + 1 for window in windows)


@pytest.mark.parametrize("text", ["𝓦𝓮 𝓶𝓲𝓼𝓼𝓮𝓭 𝔂𝓸𝓾", "ＷＥ ＭＩＳＳＥＤ ＹＯＵ", "wé missèd yoü"])
def test_fancy_letters_are_read_as_plain_ones(text: str) -> None:
    assert _words(text) == _words("we missed you")
