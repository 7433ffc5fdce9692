"""Dates finer than a year, relative dates and ages: `date.day`, `.month`, `.relative`, `.holiday`, `.age`.

45 CFR 164.514(b)(2)(i)(C): every element of a date but the year, and every age over 89.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.patients import NUMBER_WORDS, age_in_years
from postguard.signals.reading import Reading

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
    "fourteenth|fifteenth|sixteenth|seventeenth|"
    "eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|"
    "eighth|ninth)|thirtieth|thirty[- ]first"
)
_YEAR = r"(?:,? ?(?:of )?(?:['’]\d\d\b|(?:19|20)\d\d))?"
_DAY = re.compile(
    rf"\b{_MONTH} (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|(?:{_ORDINAL}))(?!\d|[\w%]|:\d){_YEAR}"
    rf"|\b(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?|(?:{_ORDINAL}))(?: day)? (?:of )?{_MONTH}{_YEAR}"
    r"|(?<![\w./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:(?:19|20)\d\d|\d\d)(?![\w/-])"
    r"|(?<![\w./-])(?:0?[1-9]|[12]\d|3[01])[.-](?:0?[1-9]|1[0-2])[.-](?:19|20)\d\d(?![\w/-])"
    r"|(?<![\w./-])(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])-(?:(?:19|20)\d\d|\d\d)(?![\w/-])"
    r"|(?<![\w./-])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?![\w/-])"
    r"|(?<=\bon )(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?![\w/%-])"
    r"|(?<![\w./$-])(?:0[1-9]|1[0-2])/(?:0[1-9]|[12]\d|3[01])(?![\w/%-])",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(
    rf"(?<![\w])(?:{_MONTH} ?(?:of )?(?:19|20)\d\d|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d|(?:in|since|during|"
    rf"last|this|early|late|mid|back in|until) (?:early |late |mid[- ])?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:,? (?:19|20)\d\d)?)\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
_BEFORE_DAY = re.compile(rf"\b{_WEEKDAY}\.?,? (?:the )?$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:yesterday|last night|this (?:morning|afternoon|evening)|tonight|the day before yesterday|"
    r"earlier today|tomorrow|"
    r"(?:last|this past|this|next|on|past|since|every|until|by|late|early|all) (?:monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday)(?: (?:morning|night|afternoon|evening))?|"
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:morning|night|afternoon|evening)|"
    r"(?:two|three|four|five|six|\d) (?:days|nights) ago|(?:today|just now) at \d)\b",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"\b(?:christmas(?: eve| day| morning)?|new year'?s(?: eve| day)?|thanksgiving(?: day)?|halloween|"
    r"easter(?: sunday)?|valentine'?s day|(?:fourth|4th) of july|july 4th|memorial day|labor day|"
    r"mother'?s day|father'?s day|super bowl sunday|black friday|st\.? patrick'?s day|leap day|"
    r"good friday|juneteenth)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"\b(?P<age>\d{{2,3}}|{NUMBER_WORDS})[- ]?(?:(?:years?|yrs?)[- ]?(?:old|young)|y/?o|yo|y\.o\.?)\b|"
    rf"\b(?:age[d]?|turned|turning|turns|is|was|at) (?P<plain>9\d|1[01]\d)(?= ?(?:[.,!;?]|years|and|"
    rf"with|when|today|this|$))"
    r"|\b(?P<birthday>9\d|1[01]\d)(?:st|nd|rd|th) birthday\b|(?<=[A-Za-z]), (?P<bare>[1-9]\d|"
    r"1[01]\d),(?! ?\d)|\b(?:she|he)(?:['’]s| is|['’]d be) (?P<pronoun>\d{1,2}|1[01]\d)(?=[,.;]|"
    r" and\b| years)|\b(?P<word>nonagenarian|centenarian|supercentenarian)\b",
    re.IGNORECASE,
)


class Dates:
    """Dates and ages of a view. `date.age` carries the value `age`, in years."""

    name = "dates"
    produces = ("date.day", "date.month", "date.relative", "date.holiday", "date.age")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Every date and age, in the order of the kinds."""
        text = reading.view.text
        days = [_whole_day(text, match) for match in _DAY.finditer(text)]
        yield from (Signal("date.day", day, source=self.name) for day in days)
        for kind, expression in (("month", _IN_MONTH), ("relative", _RELATIVE), ("holiday", _HOLIDAY)):
            for match in expression.finditer(text):
                span = Span(*match.span())
                if kind != "relative" or not any(span.overlaps(day) for day in days):
                    yield Signal(f"date.{kind}", span, source=self.name)
        for match in _AGE.finditer(text):
            age = _age(match)
            if age is not None:
                yield Signal("date.age", Span(*match.span()), {"age": age}, self.name)


def _whole_day(text: str, match: re.Match[str]) -> Span:
    """The span of a day, with the weekday before it: "Tuesday, March 3" is one date."""
    reach = max(0, match.start() - len("the day of wednesday, "))
    before = _BEFORE_DAY.search(text[reach : match.start()])
    return Span(reach + before.start() if before else match.start(), match.end())


def _age(match: re.Match[str]) -> float | None:
    if match["word"]:
        return 100.0 if "cent" in match["word"].lower() else 90.0
    if match["age"]:
        return age_in_years(match.group(), match["age"])
    return float(match["plain"] or match["birthday"] or match["bare"] or match["pronoun"])
