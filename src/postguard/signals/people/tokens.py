"""The words of a view with their case and their place in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.signals.people.lists import is_word, plain
from postguard.signals.people.vocabulary import words
from postguard.signals.sentences import SentenceIndex

_WORD = re.compile(r"[^\W\d_]+(?:['’‐‑-][^\W\d_]+)*")
_ARTICLE = re.compile(r"(?:[ae]l|an|ad|ar|as|ash|az|d|l|dell)['’‑-]")
_POSSESSIVE = re.compile(r"['’][sS]$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word."""

    span: Span
    """Without a possessive `'s`."""

    text: str
    folded: str
    opens: bool
    """Whether it is the first word of its sentence."""

    sentence: int
    possessive: bool
    before: str
    """The characters between the previous word and this one."""

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter, also after an article: al-Rashid, d'Angelo."""
        if self.text[0].isupper():
            return True
        article = _ARTICLE.match(self.text)
        return article is not None and self.text[article.end()].isupper()

    @property
    def is_upper(self) -> bool:
        """Whether it is two or more capitals and no small letter."""
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Text:
    """A view's words."""

    text: str
    tokens: tuple[Token, ...]
    is_lower: bool
    """Whether (almost) nothing is capitalised."""

    is_upper: bool
    """Whether most words are all capitals."""

    headlines: frozenset[int]
    """Sentences in headline case: most words capitalised."""

    def after(self, index: int) -> str:
        """The characters between a word and the next, its possessive ending left out."""
        token = self.tokens[index]
        end = token.span.end + (2 if token.possessive else 0)
        stop = self.tokens[index + 1].span.start if index + 1 < len(self.tokens) else len(self.text)
        return self.text[end:stop]

    def at(self, index: int) -> Token | None:
        """The word of an index, if there is one."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def index_at(self, offset: int) -> int:
        """The index of the first word that ends after an offset; the number of words when there is none."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


def tokenize(text: str, sentences: SentenceIndex) -> Text:
    """The words of a text."""
    found: list[Token] = []
    last_end, last_sentence = 0, -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        possessive = bool(_POSSESSIVE.search(word)) and len(word) > 3
        if possessive:
            word, end = word[:-2], end - 2
        sentence = sentences.at(start)
        found.append(
            Token(
                Span(start, end),
                word,
                plain(word),
                sentence != last_sentence,
                sentence,
                possessive,
                text[last_end:start],
            )
        )
        last_end, last_sentence = match.end(), sentence
    long = [token for token in found if len(token.text) > 2]
    capitals = sum(token.is_capital for token in long)
    uppers = sum(token.is_upper for token in long)
    is_upper = len(long) > 2 and uppers > 0.6 * len(long)
    return Text(
        text, tuple(found), bool(long) and capitals <= len(long) // 25, is_upper,
        frozenset(() if is_upper else _headlines(found)),
    )  # fmt: skip


def _headlines(tokens: Sequence[Token]) -> Iterator[int]:
    """The sentences in which most dictionary words have a capital; names and months have one anyway."""
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        if len(token.text) > 3:
            sentences.setdefault(token.sentence, []).append(token)
    for number, long in sentences.items():
        ordinary = [token for token in long if is_word(token.text) and token.folded not in words("calendar")]
        capitals = sum(token.is_capital for token in ordinary)
        if len(long) >= 4 and len(ordinary) >= 2 and capitals > 0.62 * len(ordinary):
            yield number
