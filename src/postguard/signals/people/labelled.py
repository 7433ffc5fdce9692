# ruff: noqa: E501 (word lists and patterns)
"""Names that their label alone shows: initials after "patient", a nickname after "goes by", a name after "named"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from postguard.draft.span import Span
from postguard.signals.people.address import NOT_PERSONS
from postguard.signals.people.exclusions import CALENDAR
from postguard.signals.people.lists import given_class, is_word, surname_class
from postguard.signals.people.mentions import CREDENTIALS, Mention, free_run
from postguard.signals.people.tokens import Text
from postguard.signals.reading import Reading

_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]{2,3}(?![\w.])")
_NOT_INITIALS = frozenset(
    """er or icu nicu ed pt ot iv us uk usa ms als mri ct md rn do np pa np id qa dob mrn ssn tv dr am pm ob gyn obgyn cna ad hd md jd ii iii
    hiv std sti adhd ocd ptsd copd gerd ibs pcos uti mva hr it ok po bp hx tx dx rx sx ca chf htn dm cad ra mi hf hl as is no we my ny la dc
    tx ca fl il oh mo mn mi nj nc sc va wa wi az co ga in ky md ma me ri tn ut vt wy af ckd""".split()
)
_NICKNAME = re.compile(
    r"(?:be called|is called|called|goes by|nicknamed|known (?:here |to us |to everyone )?as|aka|a\.k\.a\.|we call (?:him|her|them)|answers to|"
    r"dubbed) (?:[\"“'‘](?P<quoted>[^\W\d_][\w .'-]{0,18})[\"”'’]|(?P<bare>[A-Z][a-z]+))"
)
_AGED_INITIALS = re.compile(
    r"\b([A-Z]\.\s?[A-Z]\.),? (?:\(|is |was |a |an )*\d{1,3}[ -]?(?:year|yr|y/?o|month|week|day|m\b|f\b)"
)
_FAMILY = re.compile(
    r"\b([A-Z][^\W\d_]{2,}(?:-[A-Z][^\W\d_]+)?) (?:family|twins|triplets|brothers|sisters|boys|girls|siblings)\b"
)
_PLURAL = re.compile(
    r"\b(?:[Cc]ongrat\w*,?|[Ww]elcome(?: home)?|[Mm]eet|[Ff]or|[Tt]o|[Ll]ove|[Hh]ug|[Cc]heer|[Jj]oining|[Ww]ith|[Pp]roud of) the ([A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)s\b(?! [A-Z])"
)
"""A family by its plural: "congratulations to the Okonkwos"."""

_NAMED = re.compile(
    r"(?:named|name is|name was|pt name|patient name|named her|named him|name:|pt:|patient:|resident:|client:)\s+(?=[^\W\d_])",
    re.I,
)


def labelled(text: Text, reading: Reading, taken: Sequence[Span]) -> Iterator[Mention]:
    """Mentions that a label shows, besides those in `taken`."""
    source = text.text
    for label in reading.find("role.patient_label"):
        yield from _initials(text, source, label.span.end)
        yield from _after_label(text, label.span.end, taken)
    if reading.find("role.patient_label") or reading.find("role.case"):
        for match in _NICKNAME.finditer(source):
            group = "quoted" if match["quoted"] else "bare"
            span = Span(*match.span(group))
            words = match[group].split()
            if len(words) <= 3 and not any(span.overlaps(other) for other in taken):
                index = text.index_at(span.start)
                if index < len(text.tokens):
                    last = max(index, text.index_at(span.end - 1))
                    yield Mention(
                        span,
                        index,
                        min(last, len(text.tokens) - 1),
                        "nickname",
                        text.tokens[index].folded,
                        0.9,
                        source="label",
                    )
    for match in _AGED_INITIALS.finditer(source):
        index = text.index_at(match.start())
        last = max(index, text.index_at(match.end(1) - 1))
        if last < len(text.tokens):
            yield Mention(Span(*match.span(1)), index, last, "initials", "", 0.8, source="label")
    for match in _FAMILY.finditer(source):
        index = text.index_at(match.start(1))
        if (
            surname_class(match[1]) is not None
            and not is_word(match[1])
            and not any(Span(*match.span(1)).overlaps(o) for o in taken)
        ):
            yield Mention(Span(*match.span(1)), index, index, "name", text.tokens[index].folded, 0.75, source="label")
    for match in _PLURAL.finditer(source):
        listed = surname_class(match[1]) is not None
        span = Span(*match.span(1))
        if listed and not is_word(match[1]) and not any(span.overlaps(o) for o in taken):
            index = text.index_at(match.start(1))
            yield Mention(span, index, index, "name", text.tokens[index].folded, 0.75, source="label")
    for match in _NAMED.finditer(source):
        yield from _after_label(text, match.end(), taken)


def _initials(text: Text, source: str, end: int) -> Iterator[Mention]:
    gap = re.compile(r"[ :]{1,2}(?:named |is )?").match(source, end)
    match = _INITIALS.match(source, gap.end()) if gap else None
    if match is None:
        return
    letters = re.sub(r"[^A-Za-z]", "", match.group()).lower()
    if (letters in _NOT_INITIALS and "." not in match.group()) or (letters in CREDENTIALS and "." not in match.group()):
        return
    index = text.index_at(match.start())
    if index < len(text.tokens) and not text.is_upper:
        last = index
        while (step := text.at(last + 1)) and step.span.end <= match.end():
            last += 1
        following = text.at(last + 1)
        if (
            following
            and following.before.strip(". ") == ""
            and surname_class(following.text) is not None
            and following.is_capital
            and not is_word(following.text)
        ):
            return  # J. R. Smith is a name, found elsewhere
        yield Mention(Span(*match.span()), index, last, "initials", letters, 0.8, source="label")


def _after_label(text: Text, end: int, taken: Sequence[Span]) -> Iterator[Mention]:
    """An unlisted capitalised word directly after a label: "our patient Xaviera"."""
    index = text.index_at(end)
    token = text.at(index)
    if token is None or token.span.start - end > 2 or not token.is_capital or token.is_upper or len(token.text) < 3:
        return
    if token.folded in NOT_PERSONS or token.folded in CALENDAR or token.sentence in text.headlines:
        return
    if any(span.overlaps(token.span) for span in taken) or (is_word(token.text) and given_class(token.text) is None):
        return
    run = free_run(text, index)
    if run is not None:
        yield replace(run, certain=0.7)
