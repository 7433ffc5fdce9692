"""Cuts a draft into the word pieces that the second reader reads, in windows that keep their place in the text.

The pieces are those of BERT's uncased vocabulary: words in lower case without accents, each cut greedily into the
longest pieces that the vocabulary has (Wu et al. 2016, WordPiece). Written here because the library that does it
brings a client for downloads along, which postguard must not have.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from postguard.draft.span import Span

_WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST_WORD = 40
"""Code points; a longer run of letters is no word."""

_CONTEXT = 48
"""Pieces of the answered review that are read."""

WINDOW = 128
"""Pieces of the draft in one window."""

_STRIDE = 96
"""Pieces from the start of one window to that of the next."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a draft as the model takes it."""

    pieces: tuple[int, ...]
    """Numbers of word pieces: kind and review, a separator, the draft's words, a separator."""

    segments: tuple[int, ...]
    """0 for kind and review, 1 for the draft."""

    spans: tuple[Span | None, ...]
    """For each piece of the draft the code points of the whole word it is from; None for the others."""

    @property
    def span(self) -> Span:
        """The code points of the text that the window covers."""
        own = [span for span in self.spans if span is not None]
        return Span(own[0].start, own[-1].end) if own else Span(0, 0)


class Tokenizer:
    """Word pieces of a vocabulary.

    Args:
        vocabulary: the number of each piece; a piece that goes on a word starts with `##`.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._start, self._stop = vocabulary["[CLS]"], vocabulary["[SEP]"]

    def windows(self, text: str, kind: str = "post", answers: str = "") -> Iterator[Window]:
        """The windows of a draft, in order; they overlap, so that what one cuts another holds whole.

        Args:
            text: the draft.
            kind: its kind, such as reply.
            answers: the review or comment that it answers.
        """
        context = [piece for piece, _ in self._pieces(f"{kind}: {answers}")][: _CONTEXT + 2]
        head = [self._start, *context, self._stop]
        pieces = list(self._pieces(text))
        for start in _starts(pieces):
            part = pieces[start : start + WINDOW]
            numbers = (*head, *(piece for piece, _ in part), self._stop)
            spans = (*(None for _ in head), *(span for _, span in part), None)
            segments = (*(0 for _ in head), *(1 for _ in part), 1)
            yield Window(numbers, segments, spans)

    def _pieces(self, text: str) -> Iterator[tuple[int, Span]]:
        for match in _WORD.finditer(text):
            span = Span(*match.span())
            for piece in self._cut(_plain(match.group())):
                yield piece, span

    def _cut(self, word: str) -> Sequence[int]:
        if not word or len(word) > _LONGEST_WORD:
            return (self._unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self._vocabulary.get(word[start:end] if start == 0 else f"##{word[start:end]}")
                if piece is not None:
                    pieces.append(piece)
                    start = end
                    break
            else:
                return (self._unknown,)
        return pieces


def _plain(word: str) -> str:
    """A word in lower case, without accents, fancy letters as plain ones."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def _starts(pieces: Sequence[object]) -> Iterator[int]:
    """Where windows start."""
    yield 0
    start = 0
    while start + WINDOW < len(pieces):
        start += _STRIDE
        yield start
