"""The words of a text that a reading grade counts: no addresses, handles, hashtags, numbers or emoji."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postguard.draft.span import Span
from postguard.signals.metrics.urls import links

_WORD = re.compile(r"(?<![\w@#&/.])[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)*(?![\w@/])")
_ENGLISH = frozenset(
    """
    the a an and or of to in is are was for on with that this it you your we our at as be by from have has can
    will not if but they he she i my their more how what when who do does get all about us me her his who which
    than there so
    """.split()
)
_ENOUGH = 0.12


def words(text: str, span: Span) -> list[str]:
    """The words within a stretch of a text."""
    piece = text[span.start : span.end]
    for link in reversed(list(links(piece))):
        piece = piece[: link.start] + " " * len(link) + piece[link.end :]
    return [match.group() for match in _WORD.finditer(piece)]


def is_english(found: Iterable[str]) -> bool:
    """Whether enough of the words are the small words of English; another language has no grade here."""
    listed = [word.lower() for word in found]
    return sum(word in _ENGLISH for word in listed) >= _ENOUGH * max(1, len(listed))
