"""The extractor of identifiers: labels and forms first, the registry for what they leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.identifiers.birth import births
from postguard.signals.identifiers.contacts import contacts
from postguard.signals.identifiers.labels import Number, numbers
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_DIGIT = re.compile(r"[0-9]")
_LEFT_OVER = re.compile(r"(?<![\w/.@-])(?=(?:[\w-]*\d){6})[A-Za-z0-9][A-Za-z0-9-]{7,24}(?![\w/@-])")
_WORDS = re.compile(
    r"\b(?:claim|auth|referral|rx|prescription|member|medicare|insurance|card|itin|ssn|social|subscriber|passport|npi|"
    r"tax id|phone|cell|mobile)",
    re.IGNORECASE,
)
"""Words of the numbers that the registry's recognizers know. Without one of them a long number stays a number."""

_UNUSUAL_EMAIL = re.compile(
    r"(?<![\w@])[\w.+'-]{0,64}[^\W\x00-\x7f][\w.+'-]{0,64}@\w[\w-]{0,62}\.\w"
    r"|\w@[\w.-]{0,64}[^\W\x00-\x7f][\w-]{0,62}\.\w"
)
"""An address with letters beyond ASCII in its name or its domain, which the plain expression does not read."""

_KINDS = (
    "ssn",
    "mrn",
    "plan",
    "account",
    "claim",
    "prescription",
    "licence",
    "vehicle",
    "device",
    "biometric",
    "code",
    "room",
    "phone",
    "fax",
    "email",
    "provider",
    "url",
    "ip",
    "photo",
    "birthdate",
)


class Identifiers:
    """Every number, contact and code of a view that can identify one person.

    Signals are `identifier.<kind>`; the value `checked` says that a check digit or format holds.
    """

    name = "identifiers"
    produces = tuple(f"identifier.{kind}" for kind in _KINDS)

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The identifiers of the view, each place once for a kind."""
        text = reading.view.text
        if not _DIGIT.search(text) and "@" not in text and "/" not in text and "." not in text:
            return
        seen: set[tuple[str, int]] = set()
        for number in self._numbers(text, reading):
            if (number.kind, number.start) not in seen:
                seen.add((number.kind, number.start))
                values = {"checked": True} if number.is_checked else {}
                yield Signal(f"identifier.{number.kind}", Span(number.start, number.end), values, self.name)

    def _numbers(self, text: str, reading: Reading) -> Iterator[Number]:
        phones, domains = reading.surroundings.phones, reading.surroundings.domains
        found = [*numbers(text), *births(text)] if _DIGIT.search(text) else []
        found += contacts(text, phones, domains)
        if _asks_registry(text, found):
            from postguard.signals.identifiers.registry import identify

            return identify(text, phones, domains)
        return iter(found)


def _asks_registry(text: str, found: list[Number]) -> bool:
    """Whether a text has what plain code leaves open: a long number with a word for one, an unusual address."""
    if "@" in text and any(_is_open(match, found) for match in _UNUSUAL_EMAIL.finditer(text)):
        return True
    return bool(_WORDS.search(text)) and any(_is_open(match, found) for match in _LEFT_OVER.finditer(text))


def _is_open(match: re.Match[str], found: list[Number]) -> bool:
    return not any(number.start < match.end() and match.start() < number.end for number in found)
