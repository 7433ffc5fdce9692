"""Dates of birth that a label names: "DOB 03/14/1961", "date of birth: May 2, 1950"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.signals.identifiers.labels import Number

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|fecha de nacimiento)\b[\s:(#=]*(?:is |was |on )?"
    r"(?P<value>\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?:19|20)\d\d)",
    re.IGNORECASE,
)


def births(text: str) -> Iterator[Number]:
    """The labelled dates of birth of a text."""
    for match in _BIRTH.finditer(text):
        yield Number("birthdate", *match.span("value"))
