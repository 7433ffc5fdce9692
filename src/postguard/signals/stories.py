"""Stories of one unnamed person: what is told that makes the person recognisable.

`story.person` stands at the mention of an unnamed person; its values are `count` (how many kinds of detail are told),
`kinds` and `advice` in postguard's own words, and `age` in years when it is over 89. `story.detail` stands at each
detail. The ladder (three kinds with care, four, or an age over 89) is the rule's; its source is 45 CFR
164.514(b)(2)(i)(R) and (ii).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.signals.interface import Signal, Value
from postguard.signals.reading import Reading

_REACH = 3
"""How many sentences after the mention still belong to the story, when they speak of the same person."""

_SEX = re.compile(
    r"\b(?:man|woman|male|female|boy|girl|mom|mother|dad|father|lady|gentleman|guy|gal|dude|king|"
    r"queen|nun|bride|groom|fianc[ée]e?|wife|husband|son|daughter|"
    r"grandmother|grandfather|grandma|grandpa|widow|widower|he|she|his|her|him|hers|mama|momma|papa|"
    r"brother|sister|priest|m|f)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|hers|him|they|their|them|theirs|who|(?:the|this|that) (?:\w+ )?(?:patient|"
    r"man|woman|guy|lady|boy|girl|kid|baby|family|couple|pt|fella|gentleman))\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:patients|people|adults|women|men|children|kids|seniors|residents|families|teens|veterans|"
    r"students|athletes|teachers)\b",
    re.IGNORECASE,
)

_DETAILS: tuple[tuple[str, str, str], ...] = (
    ("age", "date.age", "age: a decade or nothing"),
    ("age", "patient.unnamed[age]", "age: a decade or nothing"),
    ("relation", "story.relation", "relation: leave it out"),
    ("occupation", "story.occupation", "occupation: leave it out"),
    ("children", "story.children", "number of children: leave it out"),
    ("event", "story.event", "event: say it in general words"),
    ("trait", "story.trait", "trait: leave it out"),
    ("origin", "story.origin", "origin: leave it out"),
    ("date or shift", "story.shift", "date or shift: the year or nothing"),
    ("date or shift", "date.day", "date or shift: the year or nothing"),
    ("date or shift", "date.month", "date or shift: the year or nothing"),
    ("date or shift", "date.relative", "date or shift: the year or nothing"),
    ("date or shift", "date.holiday", "date or shift: the year or nothing"),
    ("place", "place.*", "place: the State or nothing"),
    ("place", "story.locale", "place: the State or nothing"),
    ("room or bed", "identifier.room", "room or bed: leave it out"),
)


@dataclass(frozen=True, slots=True)
class Detail:
    """Something told of a person."""

    kind: str
    span: Span
    advice: str
    age: float | None = None


class Stories:
    """The unnamed persons of a view and what is told of each."""

    name = "stories"
    produces = ("story.person", "story.detail")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Each person with the details of the sentences that speak of them."""
        last_end = -1
        for mention in sorted(_mentions(reading)):
            if mention.start < last_end:
                continue
            stretch = _stretch(reading, mention)
            last_end = stretch.end
            details = list(_details(reading, stretch))
            if len({detail.kind for detail in details}) < 2:
                continue
            yield self._person(mention, details)
            for detail in details:
                yield Signal("story.detail", detail.span, {"note": detail.kind}, self.name)

    def _person(self, mention: Span, details: list[Detail]) -> Signal:
        kinds = dict.fromkeys(detail.kind for detail in details)
        values: dict[str, Value] = {
            "count": len(kinds),
            "kinds": ", ".join(kinds),
            "advice": "; ".join(dict.fromkeys(detail.advice for detail in details)),
        }
        ages = [detail.age for detail in details if detail.age is not None]
        if ages and max(ages) > 89:
            values["age"] = max(ages)
        return Signal("story.person", mention, values, self.name)


def _mentions(reading: Reading) -> Iterator[Span]:
    """Where an unnamed person comes in."""
    for concept in ("patient.unnamed", "story.role", "story.slang", "story.relation", "story.children", "story.origin"):
        for signal in reading.find(concept):
            yield signal.span
    for signal in reading.find("identifier.room"):
        yield signal.span
    for signal in reading.find("story.occupation"):
        before = reading.view.text[max(0, signal.span.start - 24) : signal.span.start]
        if _DETERMINED.search(before) or _starts(reading, signal.span.start):
            yield signal.span
    opening = _PERSONAL_OPENING.match(reading.view.text)
    if opening:
        yield Span(*opening.span())


_DETERMINED = re.compile(r"\b(?:an?|our|the|this|that|one|local|my)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE)
_PERSONAL_OPENING = re.compile(r"\W*(?:he|she)(?:['’]s|['’]d)?\b", re.IGNORECASE)


def _starts(reading: Reading, offset: int) -> bool:
    """Whether a sentence begins here."""
    return bool(reading.sentences.spans) and reading.sentences.span_at(offset).start == offset


def _stretch(reading: Reading, mention: Span) -> Span:
    """The mention's sentence, the one before when it leads in, and those after that go on about the same person."""
    sentences, text = reading.sentences.spans, reading.view.text
    first = last = reading.sentences.at(mention.start)
    if first and sentences[first].start - sentences[first - 1].end < 3 and len(sentences[first - 1]) < 120:
        first -= 1
    while last + 1 < len(sentences) and last - reading.sentences.at(mention.start) < _REACH:
        following = sentences[last + 1]
        if not _PRONOUN.search(text, following.start, following.end):
            break
        last += 1
    return Span(sentences[first].start, sentences[last].end)


def _details(reading: Reading, stretch: Span) -> Iterator[Detail]:
    text = reading.view.text
    taken: list[tuple[str, Span]] = []
    for kind, selector, advice in _DETAILS:
        concept, _, needs = selector.partition("[")
        for signal in reading.find(concept):
            if not stretch.contains(signal.span) or (needs and "age" not in signal.values):
                continue
            if any(other != kind and span.overlaps(signal.span) for other, span in taken if other != "age"):
                continue
            age = signal.values.get("age") if kind == "age" else None
            taken.append((kind, signal.span))
            yield Detail(kind, signal.span, advice, float(age) if age is not None else None)
    sex = _SEX.search(text, stretch.start, stretch.end)
    if sex and not _PLURAL.fullmatch(sex.group()):
        yield Detail("sex", Span(*sex.span()), "sex: “they”")
