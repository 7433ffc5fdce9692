"""The language model's candidates: names that no list holds and no position shows. Asked only when it can matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postguard.draft.span import Span
from postguard.signals.ner import persons
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.lists import entries, given_class, is_word
from postguard.signals.people.mention import Mention
from postguard.signals.people.tokens import Text, Token
from postguard.signals.people.vocabulary import frame, words

_LISTED = 0.75
_ORDINARY = 0.5
"""How sure a vote is for words outside and inside the dictionary."""


def voted(text: Text, evidence: Evidence, taken: Sequence[Span], model: str) -> Iterator[Mention]:
    """Mentions that the language model proposes besides those in `taken`.

    Raises:
        UncheckedError: the model is missing or another one.
    """
    if not evidence.care or evidence.is_report or not any(_is_open(token, text, taken) for token in text.tokens):
        return
    source = text.text.title() if text.is_lower or text.is_upper else text.text
    if len(source) != len(text.text):
        source = text.text
    for span in persons(source, model):
        first, last = text.index_at(span.start), text.index_at(span.end - 1)
        tokens = text.tokens[first : last + 1]
        if not tokens or last - first > 4 or any(span.overlaps(other) for other in taken):
            continue
        if not all(_may_name(token, text) for token in tokens):
            continue
        whole = Span(tokens[0].span.start, tokens[-1].span.end)
        if evidence.care_in(whole) or frame("drug-ending").search(tokens[-1].folded):
            continue
        ordinary = any(is_word(token.text) for token in tokens)
        form = "full_name" if len(tokens) > 1 else "name"
        yield Mention(whole, first, last, form, tokens[0].folded, _ORDINARY if ordinary else _LISTED, source="model")


def _is_open(token: Token, text: Text, taken: Sequence[Span]) -> bool:
    """Whether a word may be a name that no other source has."""
    if len(token.text) < 3 or is_word(token.text) or not _may_name(token, text):
        return False
    parts = token.text.split("-")
    if len(parts) > 1 and all(len(part) == 1 or is_word(part) for part in parts):  # T-shirt, Mardi-Gras-ready
        return False
    if token.folded in words("not-voted"):
        return False
    return not any(span.overlaps(token.span) for span in taken)


def _may_name(token: Token, text: Text) -> bool:
    cased = token.is_capital and (text.is_upper or not token.is_upper)
    if not (cased or text.is_lower) or token.folded in words("not-persons", "calendar"):
        return False
    if given_class(token.text) is None and (
        token.folded in entries("eponyms.txt") or token.folded in entries("organization_words.txt")
    ):
        return False
    return not text.is_lower or not is_word(token.text)
