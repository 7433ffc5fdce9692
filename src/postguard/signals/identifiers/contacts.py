"""Ways to reach a person, and places on the net that carry one: telephone, fax, e-mail, URL, IP, image file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.signals.identifiers.labels import Number

CONTACTS = ("email", "url", "photo", "ip", "phone", "fax")
"""The kinds of contact."""

_PHONE = re.compile(
    r"(?<![\w.#/-])(?:\+?1[-. ]?)?(?:\(\d{3}\)[-. ]?|\d{3}[-. ])\d{3}[-. ]\d{4}(?:,? ?(?:x|ext\.?|"
    r"extension) ?\d{1,6})?(?![\w-]|\.\d)"
    r"|(?<![\w.#/-])\+\d{1,3}[-. ]\d{2,5}(?:[-. ]\d{2,5}){1,4}(?![\w-])"
    r"|(?<![\w.#/$-])\d{3}[-.]\d{4}(?![\w-]|\.\d)"
)
_LABELLED_PHONE = re.compile(
    r"\b(?:phone|cell|mobile|tel|telephone|callback|contact|fax|ph)(?: number| no\.?|"
    r" #)?[\s:#]{1,3}(?:is |was |at |on )?(?P<value>\+?1?[-. ]?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4})(?!\d"
    r")",
    re.IGNORECASE,
)
_FAX = re.compile(r"\bfax(?:ed|es|ing)?\b(?: [\w]+){0,3}[\s:#]*$", re.IGNORECASE)
_EMAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9][A-Za-z0-9._%+'-]{0,63}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?"
    r"\.)+[A-Za-z]{2,24}(?![\w-])"
)
_IP = re.compile(
    r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)|"
    r"(?<![\w:])(?:[0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4}(?![\w:])"
)
_URL = re.compile(
    r"\bhttps?://[^\s<>\"')\]]+|\bwww\.[^\s<>\"')\]]+|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,"
    r"10}/[^\s<>\"')\]]+",
    re.IGNORECASE,
)
_PATIENT_PATH = re.compile(
    r"/(?:patients?|charts?|records?|mrn|results?|encounters?|members?)/(?=[^/\s?]*\d{3})[^/?#\s]{3,}"
    r"|/(?:chart|record|mrn)/(?!(?:request|requests|release|access|copy|copies|forms?|policy|index)\b)[^/?#\s]{3,}"
    r"|[?&](?:patient|mrn|dob|ssn|member|pt)(?:_?id|_?name)?=[^&\s]{2,}",
    re.IGNORECASE,
)
_PERSONAL_PATH = re.compile(
    r"/(?:u|user|users|patient|profile|member|case|cases|person)/[^/?#\s]{2,}|/~\w+", re.IGNORECASE
)
_FILE = re.compile(r"(?<![\w/.-])[\w-]{3,60}\.(?:jpe?g|png|heic|gif|webp|tiff?|dcm|mp4|mov|pdf)\b", re.IGNORECASE)
_OWN = re.compile(
    r"(?:\b(?:call|llame|llámenos|llamenos|text|phone|dial|contact|reach|email|e-mail|message|write|"
    r"fax|ring|visit|tel|sms)(?: or \w+)?(?: (?:us|our|me|the|at|al|on|toll|free|"
    r"office|clinic|team|front|desk|directly|now|today|anytime|any time|\w+ (?:manager|office|desk|"
    r"team|department|line|center|nurse)|"
    r"(?:practice|patient|billing|privacy|compliance)(?: \w+)?)){0,6}|"
    r"\b(?:our|office|clinic|hotline|helpline|front desk|toll[- ]free|main|scheduling|appointments?|"
    r"rsvp|questions\??|info(?:rmation)?|crisis|manager|office manager)"
    r"(?: (?:phone|number|line|email|address|is|at|by|us|office|manager|advocate|advocates|"
    r"team)){0,4})[\s:,(📞☎️📱]*(?:at |on |is )?$",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    r"\b(?:patient|pt|him|her|his|their|family|home|cell|mobile|callback|alternate|emergency|mother|"
    r"father|wife|husband)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
_ROLES = frozenset(
    "info contact feedback hello office appointments support help admin billing privacy compliance ca"
    "reers jobs hr media press news "
    "events marketing frontdesk reception scheduling records referrals team care clinic patientrelati"
    "ons patient.relations "
    "patientadvocate patientexperience volunteer donate foundation rsvp noreply webmaster sales".split()
)


def contacts(text: str, phones: tuple[str, ...] = (), domains: tuple[str, ...] = ()) -> Iterator[Number]:
    """The contacts of a text, but those of the organisation.

    Args:
        text: the text.
        phones: the organisation's own numbers, in any form.
        domains: the organisation's own domains.
    """
    return (number for number in _found(text) if not is_own(text, number, phones, domains))


def is_own(text: str, number: Number, phones: tuple[str, ...] = (), domains: tuple[str, ...] = ()) -> bool:
    """Whether a contact is the organisation's: it says so itself, or the words before it do."""
    value = text[number.start : number.end]
    if number.kind == "email":
        local, _, domain = value.lower().partition("@")
        return domain in domains or local in _ROLES or _is_introduced(text, number.start)
    if number.kind in ("phone", "fax"):
        return _digits(value) in {_digits(phone) for phone in phones} or _is_introduced(text, number.start)
    return False


def _found(text: str) -> Iterator[Number]:
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield Number("email", *match.span())
    if any(mark in text for mark in ("://", "www.", "/")):
        for match in _URL.finditer(text):
            if _PATIENT_PATH.search(match.group()):
                yield Number("url", *match.span(), is_checked=True)
            elif _PERSONAL_PATH.search(match.group()):
                yield Number("url", *match.span())
    if "." in text:
        for match in _FILE.finditer(text):
            yield Number("photo", *match.span())
    if not re.search(r"\d{3}|\d\.\d|:[0-9A-Fa-f]{1,4}:", text):
        return
    for match in _IP.finditer(text):
        yield Number("ip", *match.span())
    seen: set[int] = set()
    for match in (*_PHONE.finditer(text), *_LABELLED_PHONE.finditer(text)):
        start, end = match.span("value") if "value" in match.re.groupindex else match.span()
        if start in seen:
            continue
        seen.add(start)
        yield Number("fax" if _FAX.search(text[max(0, start - 40) : start]) else "phone", start, end)


def _is_introduced(text: str, start: int) -> bool:
    """Whether the words before a contact make it the organisation's: "call our office at", "questions?"."""
    before = text[max(0, start - 80) : start]
    if re.search(r"\bcontact\s*:\s*$", before, re.IGNORECASE):
        return False
    return bool(_OWN.search(before)) and not _OF_PERSON.search(before)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-10:]
