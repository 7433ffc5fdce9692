"""What gifts come to in a year: amounts in US dollars times how often the text says they are given.

gifts.year[amount]   the sum of a draft's gifts over a year, at each gift whose sentence says how often

A gift without a word of how often counts once; with none that says how often, nothing is added up. Amounts that the
reader pays, discounts, and amounts that are a limit ("up to $75 a year in all") are no gifts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postguard.signals.interface import Signal
from postguard.signals.money import in_words
from postguard.signals.reading import Reading

_GIFTS = ("benefit.money", "benefit.gift_card", "benefit.gift", "benefit.credit", "benefit.on_us", "benefit.cash")
_NUMBER = r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
_TIMES = re.compile(
    rf"(?P<count>{_NUMBER}|once|twice) (?:times )?(?:a|per|each|every) (?P<per>day|week|month|quarter|year)\b"
    r"|\b(?:every|each) (?P<other>other|second) (?P<alternate>week|month|year)\b"
    rf"|\bevery (?P<step>{_NUMBER}) (?P<unit>days|weeks|months|years)\b"
    r"|\b(?:every|each|per|a) (?:single )?(?P<one>day|week|month|quarter|year)\b"
    r"|\b(?P<adverb>daily|weekly|biweekly|monthly|quarterly|yearly|annually)\b"
    rf"|\b(?:each|all|any|every one) of (?:your |the |our |their )?(?P<visits>{_NUMBER}) "
    r"(?:visits|appointments|sessions|checkups|check ups|classes|treatments|meetings)\b"
)
_IN_A_YEAR = {"day": 260, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""Occasions in a year; days are working days."""

_ADVERBS = {"daily": 260, "weekly": 52, "biweekly": 26, "monthly": 12, "quarterly": 4, "yearly": 1, "annually": 1}
_COUNTS = {"once": 1.0, "twice": 2.0}
_CAP = re.compile(r"(?:up to|no more than|at most|maximum of|max of|limit of|capped at|exceed|worth more than)$")


@dataclass(frozen=True, slots=True)
class _Gift:
    signal: Signal
    amount: float
    times: float | None


class Gifts:
    """Adds up the gifts of a draft over a year."""

    name = "gifts"
    produces = ("gifts.year",)

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One `gifts.year` for each gift whose sentence says how often it is given."""
        gifts = list(_gifts(reading))
        total = sum(gift.amount * (gift.times or 1) for gift in gifts)
        for gift in gifts:
            if gift.times is not None:
                yield Signal("gifts.year", gift.signal.span, {"amount": total}, self.name)


def _gifts(reading: Reading) -> Iterator[_Gift]:
    amounts = reading.find("money.amount")
    if not amounts:
        return
    given = [signal for kind in _GIFTS for signal in reading.find(kind)]
    not_given = (*reading.find("money.price"), *reading.find("benefit.discount"))
    for amount in amounts:
        value = amount.values.get("amount")
        if not isinstance(value, (int, float)) or any(other.span.overlaps(amount.span) for other in not_given):
            continue
        if not any(other.span.overlaps(amount.span) for other in given):
            continue
        sentence = reading.sentences.span_at(amount.span.start)
        words = reading.view.text[sentence.start : amount.span.start].lower()
        if _CAP.search(words.rstrip()):
            continue
        yield _Gift(amount, float(value), _often(reading.view.text[sentence.start : sentence.end].lower()))


def _often(sentence: str) -> float | None:
    """How often in a year a sentence says that something is done; None when it does not say."""
    match = _TIMES.search(sentence.replace("-", " "))
    if match is None:
        return None
    if match["count"]:
        return _number(match["count"]) * _IN_A_YEAR[match["per"]]
    if match["alternate"]:
        return _IN_A_YEAR[match["alternate"]] / 2
    if match["step"]:
        return max(1.0, _IN_A_YEAR[match["unit"].removesuffix("s")] / _number(match["step"]))
    if match["one"]:
        return float(_IN_A_YEAR[match["one"]])
    if match["adverb"]:
        return float(_ADVERBS[match["adverb"]])
    return _number(match["visits"])


def _number(word: str) -> float:
    if word in _COUNTS:
        return _COUNTS[word]
    return float(word) if word.isdigit() else in_words(word) or 1.0
