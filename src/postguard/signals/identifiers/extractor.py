"""The extractor of identifiers: labels and forms first, the framework's vote only on what they leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.identifiers.contacts import contacts
from postguard.signals.identifiers.labels import Number, numbers
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_DIGIT = re.compile(r"[0-9]")
_LEFT_OVER = re.compile(r"(?<![\w/.@-])(?=(?:[\w-]*\d){6})[A-Za-z0-9][A-Za-z0-9-]{7,24}(?![\w/@-])")
_HEALTH_WORDS = re.compile(
    r"\b(?:claim|auth|referral|rx|prescription|member|medicare|insurance|card|itin|ssn|subscriber)", re.IGNORECASE
)
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
    "url",
    "ip",
    "photo",
    "birthdate",
)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|born(?: on)?|fecha de nacimiento)\b[\s:(#=]*(?:is |was |on )?"
    r"(?P<value>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:jan|feb|mar|apr|may|june?|july?|"
    r"aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|"
    r"dec)[a-z]*\.?,? (?:19|20)\d\d)",
    re.IGNORECASE,
)
_LABELLED_BIRTH = re.compile(r"^(?:d\.?o|date|birth|fecha)", re.IGNORECASE)


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
        found = [*numbers(text)] if _DIGIT.search(text) else []
        found += contacts(text, reading.surroundings.phones, reading.surroundings.domains)
        for match in _BIRTH.finditer(text):
            if _LABELLED_BIRTH.match(match.group()):
                found.append(Number("birthdate", *match.span("value")))
        yield from found
        if _HEALTH_WORDS.search(text) and any(_is_open(match, found) for match in _LEFT_OVER.finditer(text)):
            from postguard.signals.identifiers.framework import votes

            taken = [Span(number.start, number.end) for number in found]
            for number in votes(text):
                if not any(Span(number.start, number.end).overlaps(span) for span in taken):
                    yield number


def _is_open(match: re.Match[str], found: list[Number]) -> bool:
    return not any(number.start < match.end() and match.start() < number.end for number in found)
