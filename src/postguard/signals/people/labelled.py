"""Names that their label alone shows: initials after "patient", a nickname after "goes by", a name after "named"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from postguard.draft.span import Span
from postguard.signals.people.lists import given_class, is_word, surname_class
from postguard.signals.people.mention import Mention
from postguard.signals.people.runs import free_run
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import frame, words
from postguard.signals.reading import Reading

_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.(?:\s?[A-Z]\.)?|[A-Z]{2,3}(?![\w.])")


def labelled(text: Text, reading: Reading, taken: Sequence[Span]) -> Iterator[Mention]:
    """Mentions that a label shows, besides those in `taken`."""
    source = text.text
    for label in reading.find("role.patient_label"):
        yield from _initials(text, source, label.span.end)
        yield from _after_label(text, label.span.end, taken)
    if reading.find("role.patient_label") or reading.find("role.case"):
        for match in frame("nickname").finditer(source):
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
    for match in frame("aged-initials").finditer(source):
        index = text.index_at(match.start())
        last = max(index, text.index_at(match.end(1) - 1))
        if last < len(text.tokens):
            yield Mention(Span(*match.span(1)), index, last, "initials", "", 0.8, source="label")
    for match in frame("family").finditer(source):
        index = text.index_at(match.start(1))
        if (
            surname_class(match[1]) is not None
            and not is_word(match[1])
            and not any(Span(*match.span(1)).overlaps(o) for o in taken)
        ):
            yield Mention(Span(*match.span(1)), index, index, "name", text.tokens[index].folded, 0.75, source="label")
    for match in frame("family-plural").finditer(source):
        listed = surname_class(match[1]) is not None
        span = Span(*match.span(1))
        if listed and not is_word(match[1]) and not any(span.overlaps(o) for o in taken):
            index = text.index_at(match.start(1))
            yield Mention(span, index, index, "name", text.tokens[index].folded, 0.75, source="label")
    for match in frame("named").finditer(source):
        yield from _after_label(text, match.end(), taken)


def _initials(text: Text, source: str, end: int) -> Iterator[Mention]:
    gap = re.compile(r"[ :]{1,2}(?:named |is )?").match(source, end)
    match = _INITIALS.match(source, gap.end()) if gap else None
    if match is None:
        return
    letters = re.sub(r"[^A-Za-z]", "", match.group()).lower()
    if "." not in match.group() and letters in words("not-initials", "credentials"):
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
    if token.folded in words("not-persons", "calendar") or token.sentence in text.headlines:
        return
    if any(span.overlaps(token.span) for span in taken) or (is_word(token.text) and given_class(token.text) is None):
        return
    run = free_run(text, index)
    if run is not None:
        yield replace(run, certain=0.7)
