"""Numbers that a label names: "MRN: KT-204816", "member ID is QRT-18-55306", "fileMRN07713520"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postguard.signals.identifiers.checks import is_dea, is_mbi, is_npi, is_vin, may_be_ssn

_LINK = (
    r"(?:[\s:=#(\[\"'“.,*/-]|\b(?:numbers?|num|nbr|no|id|ids|identifier|code|card|is|was|are|of|"
    r"on file|on record|listed|reads?|ending(?: in)?"
    r"|as written on [\w ]{1,30}?|shown|as|record|for (?:this|the|our) (?:patient|visit|claim)|tag|"
    r"template|starts with)\b){0,8}?"
)
_VALUE = (
    r"(?P<value>(?:[A-Za-z]{1,10}[-–./#]?|(?-i:(?!ID|NO|"
    r"IS)[A-Z]{2,3}) (?=[0-9]{3}))?[#]?[0-9][0-9A-Za-z]*(?:[-–./ ]?[0-9A-Za-z]*[0-9][0-9A-Za-z]*){0,6}"
    r"|[A-Z]{1,12}(?:-[A-Z0-9]+)*-?[0-9][0-9A-Z]*(?:-[0-9A-Z]+)*)"
)
_STOPS = re.compile(r"\s(?:19|20)\d\d$|\s\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of number and the words that name it."""

    kind: str
    """The signal is `identifier.<kind>`."""

    words: str
    """A regular expression, any case."""

    digits: int = 4
    """The fewest digits that the number has."""


LABELS = (
    Label(
        "ssn",
        r"(?:\bssn\b|\bsoc(?:ial)?\.? sec(?:urity)?(?: number| no| #)?\b|\bsocial\b(?= (?:is|was|number|#|"
        r":)))",
        4,
    ),
    Label(
        "mrn",
        r"(?:mrn|\bmr\s?#|\bm\.r\.n\.?|\bmed(?:ical)?\.?[ -]?rec(?:ord)?s?\b|\b(?:patient|pt|chart|emr|"
        r"ehr|hospital|encounter|record|visit|epic)"
        r"[ -]?(?:id|ids|#|no\b|num\b|number|identifier)|\bchart(?= ?#| number| no\b)|\bunit number\b|"
        r"\bexpediente\b|\bpid\b|\bpatid\b)",
        3,
    ),
    Label(
        "plan",
        r"\b(?:medicare(?: advantage)?|medicaid|medi-?cal|tricare|mbi|hicn|beneficiary|member(?:ship)?|"
        r"subscriber|enrollee|"
        r"health[ -]?plan(?: beneficiary)?|hpbn?|health[ -]policy|polic(?:y|ies)|insurance(?: policy| id|"
        r" member| plan| card)?|insurer|insured|"
        r"plan|group|payer|coverage|blue cross|bcbs|aetna|cigna|humana|kaiser|unitedhealthcare|uhc|anthem|"
        r"seguro)\b",
        4,
    ),
    Label(
        "account", r"\b(?:(?:billing|patient|bank|guarantor|hospital)? ?(?:account|acct|acc)\b|invoice|statement)", 4
    ),
    Label(
        "claim",
        r"\b(?:claim|prior auth(?:orization)?|authorization|auth|pre-?cert|referral|confirmation|"
        r"accession|specimen|order|requisition)\b",
        4,
    ),
    Label("prescription", r"\b(?:rx|prescription|refill|script)\b", 5),
    Label("licence", r"\b(?:driver'?s? licen[cs]e|licen[cs]e|lic|certificate|certification|dl|passport|dea)\b", 5),
    Label("vehicle", r"\b(?:(?:licen[cs]e )?plates?|tag(?= number| #)|vin|vehicle(?: id| identification)?)\b", 3),
    Label(
        "device",
        r"\b(?:(?:device|pacemaker|implant|pump|monitor|icd|stimulator|prosthe(?:sis|tic)|cpap|valve|"
        r"stent)?[ -]?(?:serial|udi|lot)|s/n|sn(?=[-:# ])|"
        r"device (?:id|identifier|number)|pacemaker model)\b",
        4,
    ),
    Label(
        "biometric", r"\b(?:voice ?print|finger ?print|retinal? scan|iris scan|palm ?print|face ?print|biometric)\b", 2
    ),
    Label(
        "code",
        r"\b(?:study|subject|participant|enrol{1,2}ment|trial|case|wristband|locker|donor|badge|employee|"
        r"specimen|unique|tracking|ticket|file|id)\b"
        r"(?= ?(?:code|id|no\b|number|#|:|identifier|study code))|\bid(?= ?[:#])|\bid(?= \d{4})",
        3,
    ),
    Label("room", r"\b(?:room|rm|bed|bunk|bay|unit|suite|ward|cubicle|pod|crib|isolette)(?= ?#?\d{1,4}[a-z]?\b)", 1),
)

KINDS = frozenset(label.kind for label in LABELS)
"""The kinds that have labels."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text."""

    kind: str
    start: int
    """Where the value begins, in code points of the text."""

    end: int
    is_checked: bool = False
    """Whether its check digit or format holds."""


_COMPILED = tuple((label, re.compile(f"(?:{label.words}){_LINK}{_VALUE}", re.IGNORECASE)) for label in LABELS)
_SSN = re.compile(r"(?<![\w./-])\d{3}([- ])\d{2}\1\d{4}(?![\w-]|\.\d)")
_MBI = re.compile(r"(?<![\w-])[1-9][A-Za-z][0-9A-Za-z][0-9]-?[A-Za-z][0-9A-Za-z][0-9]-?[A-Za-z]{2}[0-9]{2}(?![\w-])")
_VIN = re.compile(r"(?<![\w-])(?=[A-HJ-NPR-Z0-9]*[0-9])[A-HJ-NPR-Z0-9]{17}(?![\w-])")
_DEA = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z9][0-9]{7}(?![\w-])")
_UDI = re.compile(r"\(01\)\d{14}(?:\(\d\d\)[\w./-]{1,20})*")
_DIGIT = re.compile(r"[0-9]")
_DATE = re.compile(r"^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}|(?:19|20)\d\d)$")
_MONEY = re.compile(r"[$€£]\s?$")
_UNITS = re.compile(
    r"^\s?(?:%|percent|mg|ml|mcg|minutes?|mins?|hours?|days?|weeks?|months?|years?|people|patients|am|"
    r"pm|a\.m|p\.m|visits|dollars|million|billion|lbs|pounds|st|nd|rd|th)\b|^\s?%",
    re.IGNORECASE,
)


def numbers(text: str, kinds: frozenset[str] = KINDS) -> Iterator[Number]:
    """The labelled numbers of a text, and those that their own form gives away (SSN, MBI, VIN, DEA, UDI).

    Args:
        text: the text.
        kinds: the kinds to look for; all when left out.
    """
    for expression, kind, holds in (
        (_SSN, "ssn", may_be_ssn),
        (_MBI, "plan", is_mbi),
        (_VIN, "vehicle", is_vin),
        (_DEA, "licence", is_dea),
    ):
        for match in expression.finditer(text) if kind in kinds else ():
            if holds(match.group()):
                yield Number(kind, match.start(), match.end(), is_checked=True)
    for match in _UDI.finditer(text) if "device" in kinds else ():
        yield Number("device", match.start(), match.end(), is_checked=True)
    for label, expression in _COMPILED:
        for match in expression.finditer(text) if label.kind in kinds else ():
            number = _labelled(text, label, match)
            if number:
                yield number


def _labelled(text: str, label: Label, match: re.Match[str]) -> Number | None:
    start, end = match.span("value")
    value = text[start:end]
    stop = _STOPS.search(value)
    if stop and len(_DIGIT.findall(value[: stop.start()])) >= label.digits:
        end = start + stop.start()
        value = text[start:end]
    digits = len(_DIGIT.findall(value))
    between = text[match.start() : start]
    if digits < label.digits or _DATE.match(value) or _MONEY.search(text[:start]) or _UNITS.match(text[end:]):
        return None
    if digits > 3 and set(_DIGIT.findall(value)) == {"0"}:
        return None  # a number of noughts is a placeholder
    is_introduced = _introduced(between, value)
    if not is_introduced and (label.kind not in ("mrn", "room", "ssn") or (label.kind == "mrn" and digits < 4)):
        return None
    if label.kind in ("licence", "code") and is_npi(value) and re.search(r"npi", between, re.IGNORECASE):
        return None
    if "\n\n" in between or (label.kind == "ssn" and digits not in (4, 9)):
        return None
    return Number(label.kind, start, end, is_checked=label.kind == "plan" and is_mbi(value))


_INTRODUCTION = re.compile(
    r"[:#=]|\b(?:numbers?|num|nbr|no|id|identifier|code|serial|vin|plate|lot|udi|s/n|sn|mbi|"
    r"template)\b|\b(?:is|was)\s*$",
    re.IGNORECASE,
)


def _introduced(between: str, value: str) -> bool:
    """Whether the words before a value say that a number follows, or the value has letters and digits as codes have."""
    return (
        value.startswith("#")
        or bool(_INTRODUCTION.search(between))
        or bool(re.match(r"^(?=.*[A-Z])[A-Z0-9-]{6,}$", value))
        or (value.isdecimal() and len(value) >= 6)
    )
