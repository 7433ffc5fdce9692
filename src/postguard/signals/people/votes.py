"""The language model's candidates: names that no list holds and no position shows. Asked only when it can matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from postguard.draft.span import Span
from postguard.signals.ner import persons
from postguard.signals.people.address import NOT_PERSONS
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.exclusions import CALENDAR
from postguard.signals.people.lists import entries, given_class, is_word
from postguard.signals.people.mentions import Mention
from postguard.signals.people.tokens import Text, Token

_DRUG = re.compile(
    r"(?:pril|sartan|olol|statin|azole|cillin|mycin|mab|nib|vir|tide|gliptin|gliflozin|formin|pam|lam|oxetine|prazole|dipine|caine|"
    r"barbital|codone|morphone|profen|parin|xaban|triptan|setron|zepam|zine|idone|apine|phylline|terol|sone|solone|onide|oxacin|cycline)$"
)
"""Endings of generic drug names (International Nonproprietary Names stems)."""

_NO_PERSONS = frozenset(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
    nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming america canada mexico
    medicare medicaid tricare obamacare facebook instagram twitter tiktok linkedin youtube google zoom covid omicron
    """.split()
)
"""States, programmes and channels: capitalised, in no dictionary, and never a patient."""

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
        if evidence.care_in(Span(tokens[0].span.start, tokens[-1].span.end)) or _DRUG.search(tokens[-1].folded):
            continue
        ordinary = any(is_word(token.text) for token in tokens)
        whole = Span(tokens[0].span.start, tokens[-1].span.end)
        form = "full_name" if len(tokens) > 1 else "name"
        yield Mention(whole, first, last, form, tokens[0].folded, _ORDINARY if ordinary else _LISTED, source="model")


def _is_open(token: Token, text: Text, taken: Sequence[Span]) -> bool:
    """Whether a word may be a name that no other source has."""
    if len(token.text) < 3 or is_word(token.text) or not _may_name(token, text):
        return False
    parts = token.text.split("-")
    if len(parts) > 1 and all(len(part) == 1 or is_word(part) for part in parts):  # T-shirt, Mardi-Gras-ready
        return False
    if token.folded in _NO_PERSONS:
        return False
    return not any(span.overlaps(token.span) for span in taken)


def _may_name(token: Token, text: Text) -> bool:
    cased = token.is_capital and (text.is_upper or not token.is_upper)
    if not (cased or text.is_lower) or token.folded in NOT_PERSONS or token.folded in CALENDAR:
        return False
    if given_class(token.text) is None and (
        token.folded in entries("eponyms.txt") or token.folded in entries("organization_words.txt")
    ):
        return False
    return not text.is_lower or not is_word(token.text)
