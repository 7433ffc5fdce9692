"""Where one individual patient, named or not, is the topic.

`patient.individual` spans the sentences that speak of that person: an identifier inside is theirs, one outside is not.
`patient.unnamed` is the mention that an unnamed person is known by ("a 54-year-old man with …", "the patient was …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.vocabulary import frame
from postguard.signals.reading import Reading

NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|"
    "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|"
    "seven|eight|nine))?|a hundred|one hundred"
)
PERSON = (
    r"man|woman|male|female|boy|girl|patients?|pt|gentleman|lady|mother|father|mom|dad|infant|baby|"
    r"newborn|toddler|child|kid|teen|teenager|adolescent|"
    r"student|veteran|resident|m|f|grandmother|grandfather|grandma|grandpa|widow|widower|guy|gal|dude|"
    r"client|adult|person"
)
_AGED = re.compile(
    rf"\b(?:a|an|our|this|one|the|my|that|for|in|of|is|w/|rec|mgmt|old|lil|sweet|little|"
    rf"hx)?[ ]?(?P<age>\d{{1,3}}|{NUMBER_WORDS})[- ]?"
    rf"(?:(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)[- ]?(?:olds?|young)|y/?o|yo|y\.o\.?|"
    rf"yr)\b(?:[, ]+(?!who\b)[\w-]+){{0,4}}?(?:[, ]+(?P<person>{PERSON}))?\b",
    re.IGNORECASE,
)
_PATIENT = re.compile(
    r"\b(?:a|an|another|new) (?:[\w'’-]+ ){0,3}?(?:patient|pt|client|resident|"
    r"participant)(?= (?:who (?:was|had|came|has been|lives|lived)|with|w/|from|was|had|came|"
    r"in (?:his|her|their|room|bed)|"
    r"named|today|yesterday|last|s/p|taking|on (?:dialysis|chemo|our)|seen|told|just|admitted|"
    r"referred)|, (?:(?-i:[A-Z])|\d|age|who|a ))"
    r"|\b(?:the|our|this|that|one|my|female|male|young|elderly) (?:[\w'’-]+ ){0,3}?(?:patient|pt|"
    r"client|resident|participant)\b(?!s|'s? (?:rights|portal|safety|experience|advocate|care|bill)| "
    r"(?:portal|safety|experience|advocate|care|rights|room|rooms|population|education|satisfaction|"
    r"services|representative|privacy|information|volume|survey|surveys|"
    r"outcomes|data|records?|forms?|relations|navigator|assistance|financing|side|who (?:is|has|needs|"
    r"wants|can|may)|should|may|can(?! be (?:reached|texted|called|contacted|emailed|found))|might|"
    r"will|must|could|would|in a (?:trial|study)))"
    r"|\b(?:patient|pt|client)(?=:| (?:was|is|has|had|presented|presents|arrived|reports|reported|"
    r"complains|denies|admitted|seen|name|prefers|resides|lives|states|tolerated|underwent|"
    r"(?!(?:financial|access|experience|services|accounts?|relations|advoca\w+|safety|education|care|accounting|billing)\b)"
    r"(?-i:[A-Z][a-z]+[- ]?[A-Z])))"
    r"|\b(?:patient|pt)(?= (?:name|id|mrn)\b| (?:w/|with) (?:hx|h/o|a history|history|pmh))|\b(?:for|"
    r"with|in|of|on) (?:a |an )?(?:[\w-]+ ){0,3}?(?:pt|patient)(?= (?:w/|with|from|seen|admitted|"
    r"who (?:was|had|came)|named|hx|s/p|,|taking|on))"
    r"|\breach the patient\b|\bpt(?= (?:w/|is|was|has|had|from|hx|named|s/p))",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:callback number|alternate contact|home address|emergency contact|next of kin|"
    r"rings to a family member|paper chart|intake form|on (?:the|her|his|their) chart|"
    r"records were faxed|on file (?:is|as|was)|is on file|voiceprint|(?:admitted|discharged|underwent|"
    r"readmitted|expired|transferred) (?:on )?\d{1,2}[/.-]\d{1,2}|seen in clinic|progress note|"
    r"discharge summary|chief complaint|admit date|date of (?:service|admission|discharge|surgery|"
    r"death)|reason for visit|chart(?:ed)? under|encounter was|study code|links? to this)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|his|her|hers|him|they|their|them|the (?:patient|pt|baby|family|couple|boy|girl|man|"
    r"woman|child|resident))\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_GROUP = re.compile(
    r"\b(?:patients|people|adults|women|men|children|kids|seniors|those|anyone|everyone|participants|"
    r"studies|study (?:found|finds|shows|of)|trial|guidelines for (?:patients|adults|women|men)|"
    r"average|percent|%|screening|recommended for|ages? \d+ (?:to|and|-)|aged \d+)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:hospital|clinic|center|centre|practice|building|company|organi[sz]ation|association|"
    r"foundation|program|school|tradition|church|wing|"
    r"we|we're|equipment|machine|system|law|rule|drug|device|policy|study|journal|brand|"
    r"charity)(?:['’]s| is| are| turns| was| were| turned|,)?(?: now| already| almost| only|"
    r" over)?\W*(?:is|are)?$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:join us|rsvp|register|sign up|open house|webinar|workshop|5k|gala|fundraiser|save the date|"
    r"hours|open (?:on|from)|tickets?|event|class(?:es)?|schedule your|book (?:now|your)|call (?:us|"
    r"our|now|today))\b",
    re.IGNORECASE,
)
_PERSONS = "person.patient*"
_SELF = ("identifier.ssn", "identifier.mrn", "identifier.plan", "identifier.birthdate")


class Patients:
    """Unnamed patients, and the stretches that speak of one patient."""

    name = "patients"
    produces = ("patient.individual", "patient.unnamed")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The mentions of unnamed patients, then the sentences around every patient."""
        mentions = list(unnamed(reading))
        for span, values in mentions:
            yield Signal("patient.unnamed", span, values, self.name)
        anchors = [span for span, _ in mentions]
        anchors += [signal.span for signal in reading.find(_PERSONS)]
        anchors += [signal.span for concept in _SELF for signal in reading.find(concept)]
        anchors += [Span(*match.span()) for match in _NOTE.finditer(reading.view.text)]
        anchors += list(_pronouns_with_care(reading))
        for span in _stretches(reading, anchors):
            yield Signal("patient.individual", span, source=self.name)


def unnamed(reading: Reading) -> Iterator[tuple[Span, dict[str, float]]]:
    """The mentions of one unnamed patient, each with the age in years when it is told."""
    text = reading.view.text
    for match in _AGED.finditer(text):
        sentence = reading.sentences.span_at(match.start())
        if match["person"] and match["person"].lower().endswith("ts"):
            continue
        if _GROUP.search(
            text, max(sentence.start, match.start() - 40), match.start()
        ) or match.group().lower().endswith("olds"):
            continue
        if not match["person"] and _THING.search(text[max(0, match.start() - 40) : match.start() + 3]):
            continue
        age = age_in_years(match.group(), match["age"])
        yield Span(*match.span()), {} if age is None else {"age": age}
    for match in _PATIENT.finditer(text):
        yield Span(*match.span()), {}


_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen si"
        "xteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}


def age_in_years(mention: str, number: str) -> float | None:
    """The age that a mention tells, in years; None when it cannot be read."""
    value: float
    if number.isdecimal():
        value = float(number)
    elif "hundred" in number.lower():
        value = 100
    else:
        parts = re.split(r"[- ]", number.lower())
        value = float(sum(_TENS.get(part, _WORDS.get(part, 0)) for part in parts))
    unit = re.search(r"month|mos?\b|week|wk|day", mention, re.IGNORECASE)
    if unit:
        value = value / {"m": 12, "w": 52, "d": 365}[unit.group()[0].lower()]
    return value if 0 <= value <= 125 else None


def _pronouns_with_care(reading: Reading) -> Iterator[Span]:
    text = reading.view.text
    for match in _SINGULAR.finditer(text):
        sentence = reading.sentences.span_at(match.start())
        if any(
            frame(name).search(text, sentence.start, sentence.end) for name in ("old-year", "century", "well-known")
        ):
            continue
        if frame("new-staff").search(text, max(0, sentence.start - 80), sentence.end):
            continue
        if reading.covering("care.*", sentence):
            yield sentence


def _stretches(reading: Reading, anchors: list[Span]) -> Iterator[Span]:
    """The sentences of the anchors, drawn out while the next ones still speak of the person."""
    sentences, text = reading.sentences.spans, reading.view.text
    last_end = -1
    for number in sorted({reading.sentences.at(span.start) for span in anchors}):
        first = last = number
        if first and not _EVENT.search(text, sentences[first - 1].start, sentences[first - 1].end):
            first -= 1
        while last + 1 < len(sentences):
            following = sentences[last + 1]
            if _EVENT.search(text, following.start, following.end):
                break
            last += 1
            if not _PRONOUN.search(text, following.start, following.end):
                break
        span = Span(sentences[first].start, sentences[last].end)
        if span.end > last_end:
            last_end = span.end
            yield span
