"""Abbreviations that no reader of the public is told the meaning of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_ACRONYM = re.compile(r"(?<![\w#@./&'’-])[A-Z]{3,6}s?(?![\w@/&'’-]|\.[A-Za-z])")
_KNOWN = frozenset(
    """
    COVID HIV AIDS MRI CT DNA RNA FDA CDC NIH HHS CMS WHO USA UK US EU UN VA DC NY LA NHS ER ICU NICU ADHD PTSD
    OCD CPR EMT EMS AED ID IDs FAQ FAQs TV PDF URL AM PM EST EDT CST CDT PST PDT MST MDT GMT UTC BBC CNN NBC ABC
    CBS NPR AP NFL NBA MLB NHL NCAA YMCA YWCA UPS USPS FBI CIA IRS DMV NASA NATO EPA USDA OSHA FEMA DEA DOJ FTC
    SSN PIN ATM CEO CFO COO CMO PhD MD DO RN LPN NP PA DDS DMD PharmD BSN MSN MPH MBA JD ASAP FYI DIY RSVP LGBT
    LGBTQ LGBTQIA BIPOC SMS GPS USB LED IV IVF PMS STD STDs STI STIs HPV RSV SIDS SARS MERS MMR TB BMI PCR BP UV
    SPF HMO PPO HSA FSA HIPAA ACA ADA SSI SSDI SNAP WIC AARP ALS MS CBD THC LSD MDMA IBS UTI UTIs COPD PCOS AFIB
    EKG ECG LASIK CPAP EpiPen PPE CBC OK LOL OMG TBT WIFI NYC SF LAX JFK ABCs VIP Q&A DM DMs PSA COPE THE AND
    FOR YOU ARE NOT ALL NOW NEW FREE GET OUR OUT WHY HOW ONE TWO TOO BUT CAN HAS HAVE WILL JUST STOP HELP OPEN
    DAY WEEK MORE BEST LAST YES WIN READ THIS THAT WITH YOUR FROM NEVER ONLY MUST VERY SO GO UP IN IT IS AT BE
    OR ON BY NO MY ME HE WE TODAY LIVE NEWS STUDY HERE WHAT WHEN ALSO BIG SALE SAVE CALL TEXT GIVE LOVE BREAKING
    UPDATE WATCH VIDEO PHOTO PHOTOS ALERT NOTE TIP TIPS ASK EVER EVERY REAL RIGHT OFF OVER MEN WOMEN KIDS MON
    TUE TUES WED THU THUR THURS FRI SAT SUN JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC
    """.split()
)
_ROMAN = re.compile(r"[IVXLC]+s?")
_SHOUTED = re.compile(r"[A-Z]{2,}[ ,!?.]+[A-Z]{2,}")


class Acronyms:
    """`metric.acronym`: three to six capitals, not widely known, not explained beside it, once for each."""

    name = "acronyms"
    produces = ("metric.acronym",)

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The first place of each unexplained abbreviation of one view."""
        text = reading.view.text
        own = {word.upper() for name in reading.surroundings.names for word in (name, _initials(name))}
        seen: set[str] = set()
        for match in _ACRONYM.finditer(text):
            word = match.group().removesuffix("s")
            if word in seen or word in _KNOWN or word in own or match.group() in _KNOWN or _ROMAN.fullmatch(word):
                continue
            seen.add(word)
            if not _is_explained(text, word, match) and not _is_shouted(text, match):
                yield Signal("metric.acronym", Span(*match.span()), source=self.name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_explained(text: str, word: str, match: re.Match[str]) -> bool:
    """Whether "(ABC)" or "ABC (…)" stands somewhere, or words with these initials stand near."""
    if re.search(rf"\({word}s?\)|\b{word}s?,? (?:\(|or |which (?:is|stands)|stands for|means|short for)", text):
        return True
    near = text[max(0, match.start() - 120) : match.end() + 120]
    return any(
        "".join(part[0] for part in phrase.split()).upper() == word
        for phrase in _phrases(near, len(word))
        if word not in phrase
    )


def _phrases(text: str, size: int) -> Iterator[str]:
    words = re.findall(r"[A-Za-z]\w*", text)
    for at in range(len(words) - size + 1):
        yield " ".join(words[at : at + size])


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 16) : match.end() + 16]
    return bool(_SHOUTED.search(around))
