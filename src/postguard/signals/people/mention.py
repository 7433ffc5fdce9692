"""What may name a person: a stretch of words, and how sure it is that they are a name."""

from __future__ import annotations

from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import words


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may name a person."""

    span: Span
    first: int
    """Index of the first word of the name (a title is not counted)."""

    last: int
    form: str
    """name, full_name, initials_name, title_name, reversed, nickname, handle, hashtag, initials"""

    head: str
    """The folded first word, for finding the same person again."""

    certain: float
    """How sure the words are a name at all, without what is said around them; 0.5: needs a cue."""

    title: str = ""
    place_like: bool = False
    source: str = "list"


def end_of(text: Text, last: int) -> int:
    """Where a name ends whose last word is `last`: behind the full stop of an initial or a suffix."""
    token = text.tokens[last]
    end = token.span.end
    short = len(token.text) == 1 or token.folded in words("suffixes")
    if short and text.text[end : end + 1] == ".":
        end += 1
    return end
