"""Money in the text: amounts in US dollars, in figures or words, and shares of a price, with the part that they play.

money.amount[amount=50]      any amount
money.price                  an amount that the reader pays ("cleanings for $99", "tickets are $25")
benefit.money                an amount that the reader gets ("earn fifty bucks", "$50 for you")
benefit.discount[percent]    an amount or share off a price ("$50 off", "half price", "two for one")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postguard.signals.interface import Signal, Value
from postguard.signals.reading import Reading

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "grand": 1000, "thousand": 1000, "k": 1000, "million": 10**6, "mil": 10**6, "m": 10**6,
           "mn": 10**6, "billion": 10**9, "bn": 10**9, "b": 10**9}  # fmt: skip
_SLANG = {"benjamin": 100, "benjamins": 100, "c note": 100, "fiver": 5, "tenner": 10, "ten spot": 10,
          "twenty spot": 20, "half a hundred": 50, "half a grand": 500, "a couple hundred": 200,
          "a couple of hundred": 200}  # fmt: skip
_NUMBER_WORD = "|".join([*_UNITS, *_TENS, "a", "half a", "couple", "hundred", "thousand", "grand"])
_BIG_WORD = "|".join(
    [*_TENS, "ten", "fifteen", "a hundred", "a thousand", "one hundred", "two hundred", "five hundred"]
)
_UNIT = r"(?:dollars?|bucks?|smackers|usd|dolares|dlls)"
_AMOUNT = re.compile(
    rf"(?<![\w$])(?:usd ?|us)?\$ ?(?P<figure>\d[\d,]*(?:\.\d+)?)(?: ?(?P<scale>k|grand|thousand|"
    rf"million|mil|mn|m|billion|bn|b)\b)?"
    rf"|(?<![\w$.])(?P<plain>\d[\d,]*(?:\.\d+)?) ?(?P<plainscale>k|grand|thousand|million|billion)? ?{_UNIT}\b"
    rf"|\b(?P<words>(?:{_NUMBER_WORD})(?: (?:and )?(?:{_NUMBER_WORD})){{0,5}}) {_UNIT}\b"
    rf"|\b(?:a |your |two |three )?(?P<slang>{'|'.join(sorted(_SLANG, key=len, reverse=True))})\b"
    rf"|\ba (?:crisp|cool|quick|easy|fresh|whole) (?P<bare>fifty|hundred|twenty|ten|thousand)\b"
    rf"|(?<![\w$.])(?P<given>(?:{_BIG_WORD})(?: (?:and )?(?:{_NUMBER_WORD})){{0,3}}|\d{{2,4}})"
    r"(?= (?:for you|for them|for your (?:friend|buddy|trouble)|off (?:your|ur|yr|next)|off their|"
    r"off each|off the|for each of|lands in|"
    r"in your (?:pocket|account|venmo|hand)|a cup|a head|a pop|per (?:head|specimen|swab|referral|"
    r"client|patient|lead|admit)))"
    rf"|\b(?:save|saves|saved|pocket|earn|earns|get|gets|shave|knock) (?P<saved>a (?:hundred|grand|"
    rf"thousand)|(?:{_BIG_WORD})(?: (?:{_NUMBER_WORD})){{0,3}})"
    r"(?= (?:off|too|each|when|if|for|on|every|more)\b|[.,!?])"
)
_SHARE = re.compile(
    r"(?P<percent>\d{1,3}(?:\.\d+)?) ?(?:%|percent|por ciento) ?(?:off|discount|savings?|less|back|"
    r"de descuento|extra off|more off)\b"
    r"|\b(?:save|saves|saving|knock|take|slash\w*|discount\w* of|get|descuento (?:de|del)) (?:up to |"
    r"an extra |an additional |del? )?(?P<saved>\d{1,3}) ?(?:%|percent)"
    r"|\b(?P<half>half (?:price|off)|50/50 off|mitad de precio)\b"
    r"|\b(?P<double>two for one|2 for 1|2x1|bogo|buy one,? get one|buy 1,? get 1|two for the price of one)\b"
)
_GIVEN_BEFORE = re.compile(
    r"(?:=|\b(?:gets?|getting|earns?|earned|earning|receives?|win|wins|score|scores|grab|snag|"
    r"pocket|collect|claim|enjoy|"
    r"pays? (?:you|out|them|him|her|patients)|paid|paying you|we(?:'ll| will)? pay|gives?|giving|"
    r"gave|given|hand(?:s|ed)?|sends?|"
    r"mails?|slip(?:s|ped)?|venmo(?:s|ed)?|zelle|cash ?app|credit(?:ed|s)?|reward(?:ed|s)?|thank(?:s|"
    r"ed)?(?: you)? with|gift(?:ed|s)?|"
    r"toss|drop|throw in|kick|load(?:ed|s)?|add|bonus of|reward of|credit of|gift of|bono de|"
    r"regalo de|voucher for|incentive of|"
    r"offer(?:s|ing)?|you(?:'ll| will) (?:get|have|see|find)|worth|there(?:'s| is)|here(?:'s| is)|"
    r"gana|recibe|obten|regalamos|extra|free|bonus|"
    r"keep|puts?|equals|shoot|comes? with|take home|walk (?:away|out) with|leave with|treat(?:s|ed)?))"
    r"(?: (?!for|from|at|only|just)[a-z']+){0,4}(?: up to| as much as| a| an| your| another| an easy|"
    r" one of| each)? $"
)
_GIVEN_AFTER = re.compile(
    r"^(?: |,)*(?:[a-z']+ ){0,2}?(?:gift|coffee|latte|lunch|dinner|gas|grocery|meal|food|treat|"
    r"credit|cash|bonus|reward|rebate|voucher|on us|(?:for|to) (?:you|them|"
    r"each|every|both|your|their|a review)\b|"
    r"for (?:referring|sending|bringing|telling|posting|reviewing|switching|signing|joining|"
    r"enrolling|coming|completing|filling|transferring)|"
    r"in (?:your|their) (?:pocket|account|wallet|hand)|per (?:referral|friend|patient|client|person|"
    r"head|lead|admit|admission|enrollment|review)|"
    r"each time|every time|each\b|apiece|a pop|to spend|toward|towards|card|certificate|is (?:yours|"
    r"waiting|on)|richer|back\b|incentive|"
    r"(?:on|to|into|in) (?:your|their|his|her) (?:\w+ )?(?:account|bill|card|tab|balance|venmo|"
    r"pocket|wallet)|comes off|drops? off|we(?:'ll| will)? (?:take|knock|shave|slice) off|a cup|"
    r"a head|"
    r"to (?:any|each|every|anyone|whoever|the first|our first)\b|per (?:cup|specimen|swab|"
    r"sign ?up|signup)|worth of|' worth|'s worth|when we fill|goes (?:to|in|on)|coming your way|"
    r"heading your way|lands|hits|finder|stipend|thank you)"
)
_OFF_AFTER = re.compile(r"^ ?(?:off\b|discount|savings|less\b|de descuento)")
_SAVE_BEFORE = re.compile(
    r"\b(?:save|saves|saving|knock|slash\w*|discount of|we(?:'ll| will)? take)"
    r"(?: up to| an extra| a full| over| another)? $"
)
_PRICED_BEFORE = re.compile(
    r"\b(?:only|just|for|from|at|starting at|as low as|costs?|price(?:d)?(?: of| is)?|fee(?: of|"
    r" is)?|are|is|donat\w+|rais\w+|"
    r"pay(?! you)|owe\w*|bill\w*|charg\w+|goal of|grant of|valued at|fine of|penalty of|"
    r"settle\w* for|under|about|nearly|than)"
    r"(?: (?:only|just|about|nearly|a|the|up to))? $"
)
_VERBS = ("save", "pocket", "earn", "get", "shave", "knock")
_REACH = 60


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    amount: float


class Money:
    """Finds amounts and shares of a price, and tells what the reader gets from what the reader pays."""

    name = "money"
    produces = ("money.amount", "money.price", "money.share", "benefit.money", "benefit.discount")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One `money.amount` or `money.share` for each, and one more for the part that it plays."""
        folded = reading.folded
        text = folded.text
        for found in _amounts(text):
            span = folded.to_original(found.start, found.end)
            values: dict[str, Value] = {"amount": found.amount}
            yield Signal("money.amount", span, values, self.name)
            part = _part(text, found)
            if part:
                yield Signal(part, span, values, self.name)
        for match in _SHARE.finditer(text):
            span = folded.to_original(*match.span())
            share: dict[str, Value] = {"percent": _percent(match)}
            yield Signal("money.share", span, share, self.name)
            yield Signal("benefit.discount", span, share, self.name)


def _amounts(text: str) -> Iterator[_Found]:
    if not any(mark in text for mark in "$") and not _HINT.search(text):
        return
    for match in _AMOUNT.finditer(text):
        amount = _value(match)
        if amount is not None:
            yield _Found(match.start(), match.end(), amount)


_HINT = re.compile(
    rf"\b(?:{_UNIT}|(?:for|off|save|saves|pay|a|per|in) (?:{_BIG_WORD}|\d{{2,4}})|"
    rf"(?:{_BIG_WORD}|\d{{2,4}}) (?:for|off|a|per|in|lands)|{'|'.join(_SLANG)}|crisp|cool|quick|easy|fresh|whole)\b"
)


def _value(match: re.Match[str]) -> float | None:
    figure = match["figure"] or match["plain"]
    if figure:
        scale = _SCALES.get(match["scale"] or match["plainscale"] or "", 1)
        try:
            return float(figure.replace(",", "")) * scale
        except ValueError:
            return None
    words = match["words"] or match["given"] or match["saved"]
    if words:
        return float(words) if words.isdigit() else in_words(words)
    return float(_SLANG[match["slang"]]) if match["slang"] else in_words(match["bare"])


def in_words(words: str) -> float | None:
    """The number that English words stand for ("two hundred and fifty"); None when they stand for none."""
    total, current = 0.0, 0.0
    said = False
    for word in words.replace("half a", "half").split():
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "couple":
            current = 2
        elif word == "half":
            current = 0.5
        elif word in ("hundred", "thousand", "grand"):
            current = (current or 1) * _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif word in ("a", "and"):
            continue
        else:
            return None
        said = True
    return total + current if said else None


def _part(text: str, found: _Found) -> str | None:
    before, after = text[max(0, found.start - _REACH) : found.start], text[found.end : found.end + _REACH]
    if _OFF_AFTER.match(after) or _SAVE_BEFORE.search(before):
        return "benefit.discount"
    if text[found.start : found.end].startswith(_VERBS):
        return "benefit.money"
    if _PRICED_BEFORE.search(before) and not _GIVEN_AFTER.match(after):
        return "money.price"
    if _GIVEN_BEFORE.search(before) or _GIVEN_AFTER.match(after):
        return "benefit.money"
    return None


def _percent(match: re.Match[str]) -> float:
    return float(match["percent"] or match["saved"] or 50)
