"""Names in file names and addresses: photos/jane-doe-before-after.jpg, /stories/jane-doe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.lists import NAME, entries, given_class, is_word, plain, surname_class
from postguard.signals.people.vocabulary import frame, words

_PATH = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//[^/]*|^mailto:.*|^tel:.*", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")


def hidden_in_prose(text: str) -> Iterator[Signal]:
    """A `person.hidden` signal for each name beside a word of care in a file name or address in plain text."""
    public = words("path-public") - words("path-site")
    for match in frame("file-or-address").finditer(text):
        start = match.start() + (match.group().find("/") if "/" in match.group() else 0)
        pieces = list(_WORD_OR_NUMBER.finditer(text, start, match.end()))
        folded = [plain(piece.group()) for piece in pieces]
        of_care = [bool(frame("path-care").match(word)) for word in folded]
        if not any(of_care) or public.intersection(folded):
            continue
        names = [
            index
            for index, word in enumerate(folded)
            if len(word) > 2 and not of_care[index] and not is_word(word)
            and (surname_class(word) == NAME or given_class(word) == NAME)
        ]  # fmt: skip
        if names:
            first = last = names[0]
            while last + 1 in names:
                last += 1
            span = Span(pieces[first].start(), pieces[last].end())
            yield Signal("person.hidden", span, {"note": "a person's name"}, "people", 0.85)


def hidden_in_path(address: str) -> Iterator[Signal]:
    """A `person.hidden` signal for each name in the path of an address or in a file name."""
    site = _PATH.match(address)
    start = site.end() if site else 0
    stop = len(address.split("?")[0].split("#")[0])
    pieces = [match for match in _WORD.finditer(address, start, max(start, stop)) if len(match.group()) > 1]
    folded = [plain(match.group()) for match in pieces]
    if not pieces or words("path-public") & set(folded):
        return
    about = bool(words("path-patient") & set(folded))
    heads = entries("eponym_heads.txt") - {"surgery", "repair", "cast", "scan"}
    index = 0
    while index < len(pieces):
        word = folded[index]
        other = folded[index + 1] if index + 1 < len(pieces) else ""
        after = folded[index + 2] if index + 2 < len(pieces) else ""
        sure = given_class(word) == NAME
        pair = (
            other
            and surname_class(other) is not None
            and (sure or (surname_class(other) == NAME and given_class(word) is not None))
        )
        joined = pieces[index + 1].start() - pieces[index].end() <= 3 if other else False
        if pair and joined and not is_word(other) and other not in heads and after not in heads:
            yield Signal(
                "person.hidden",
                Span(pieces[index].start(), pieces[index + 1].end()),
                {"note": "a person's name"},
                "people",
                0.9,
            )
            index += 2
            continue
        if about and sure and len(word) > 2 and other not in heads:
            yield Signal("person.hidden", Span(*pieces[index].span()), {"note": "a person's name"}, "people", 0.7)
        index += 1
