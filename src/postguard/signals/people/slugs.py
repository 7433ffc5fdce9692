# ruff: noqa: E501 (word lists and patterns)
"""Names in file names and addresses: photos/jane-doe-before-after.jpg, /stories/jane-doe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.lists import NAME, entries, given_class, is_word, plain, surname_class

_PATH = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//[^/]*|^mailto:.*|^tel:.*", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_PUBLIC = frozenset(
    """doctor doctors dr md provider providers physician physicians staff team author authors people bio bios about leadership board news
    blog press foundation pavilion center hospital clinic award awards nurse nurses dds rn faculty hotel street avenue careers jobs logo map
    university school college status wiki video videos watch book books""".split()
)
_PATIENT = frozenset(
    "patient patients before after story stories testimonial testimonials xray mri scan surgery smile braces journey recovery results case".split()
)


def hidden_in_path(address: str) -> Iterator[Signal]:
    """A `person.hidden` signal for each name in the path of an address or in a file name."""
    site = _PATH.match(address)
    start = site.end() if site else 0
    stop = len(address.split("?")[0].split("#")[0])
    words = [match for match in _WORD.finditer(address, start, max(start, stop)) if len(match.group()) > 1]
    folded = [plain(match.group()) for match in words]
    if not words or _PUBLIC & set(folded):
        return
    about = bool(_PATIENT & set(folded))
    heads = entries("eponym_heads.txt") - {"surgery", "repair", "cast", "scan"}
    index = 0
    while index < len(words):
        word = folded[index]
        other = folded[index + 1] if index + 1 < len(words) else ""
        after = folded[index + 2] if index + 2 < len(words) else ""
        sure = given_class(word) == NAME
        pair = (
            other
            and surname_class(other) is not None
            and (sure or (surname_class(other) == NAME and given_class(word) is not None))
        )
        joined = words[index + 1].start() - words[index].end() <= 3 if other else False
        if pair and joined and not is_word(other) and other not in heads and after not in heads:
            yield Signal(
                "person.hidden",
                Span(words[index].start(), words[index + 1].end()),
                {"note": "a person's name"},
                "people",
                0.9,
            )
            index += 2
            continue
        if about and sure and len(word) > 2 and other not in heads:
            yield Signal("person.hidden", Span(*words[index].span()), {"note": "a person's name"}, "people", 0.7)
        index += 1
