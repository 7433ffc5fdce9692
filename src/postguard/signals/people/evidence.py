# ruff: noqa: E501 (word lists and patterns)
"""The cues around a mention: what care is stated near it, who speaks, whom a label names."""

from __future__ import annotations

import re
from functools import cached_property

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.tokens import Text
from postguard.signals.reading import Reading

_LINK = re.compile(r"https?://|www\.|\bRT @|\bbit\.ly|\.(?:com|ly|org|be)/")
_JOINT = re.compile(
    r"^[\s,:;(–—\"“'’#-]{0,3}(?:(?:is|named|called|name|like|i\.e\.|,? ?aka|was|whose name is|and)[\s:]{1,2})?$"
)
_TITLE = re.compile(r"[Mm][Ss]\.?\s[A-Z]")
_FACILITY = re.compile(
    r"[ -](?:units?|centers?|wings?|suites?|departments?|teams?|programs?|clinics?|floors?|staff|rooms?|desk|nurses?|research|advocates?|fundraisers?|"
    r"awareness|screenings?|walks?|gala|drives?|events?|month|week|day|support|services?|lines?|office|specialists?|associates|equipment|supplies|"
    r"tips|facts|education|classes|class|options|prevention|risk|brain)\b",
    re.I,
)
"""Words that make care a place, a team or an event: "our dialysis unit", "a cancer walk"."""

_INSIDE = re.compile(
    r"\b(?:in|on|from|left|leaving|into|out of|to|through|at|finish\w*|complet\w*|graduat\w*(?: from)?)(?: (?:our|the|my|his|her|a))?(?: [\w-]+){0,2} ?$"
)
"""Words that put the person inside that place."""

_APPOSED = re.compile(
    r"^(?:(?:,|\s\(|\s?[–—-]|,? is| was| as| from| has been| will be|, who is)\s?(?:(?:a|an|the|our|my|one of our|one of the) )?"
    r"|\s(?:a|an|the|our) )(?:[\w-]+ ){0,2}$"
)
_LONG_AGO = re.compile(r"\b1(?:[5-8]\d\d|9[0-5]\d)\b")
_HISTORY = re.compile(
    r"\b(?:a (?:hundred|century)|century|centennial|hundred years|founded|founders?|archivist|archives?|historians?|history|heritage|"
    r"[4-9]0 years ago|1\d0 years)\b",
    re.I,
)
_SHORT = 420
"""Code points up to which a whole view counts as one case."""


class Evidence:
    """Looks up cues near a span of one reading."""

    def __init__(self, reading: Reading, text: Text) -> None:
        self._reading = reading
        self._text = text

    @cached_property
    def is_reply(self) -> bool:
        """Whether the draft answers somebody."""
        return bool(self._reading.find("draft.answering"))

    @cached_property
    def care(self) -> tuple[Signal, ...]:
        """Care that counts: not in a sentence that only says how to reach us or that privacy forbids an answer."""
        found = (*self._reading.find("care.*"), *self._reading.find("role.care_hint"))
        if self.is_reply:
            found = (*found, *self._reading.find("role.attended"))
        kept = tuple(signal for signal in found if not self._is_neutral(signal.span))
        return (*kept, *self._reading.find("role.clinical")) if self.is_case else kept

    def _is_neutral(self, span: Span) -> bool:
        text = self._text.text
        if _TITLE.match(text, span.start):
            return True
        if _FACILITY.match(text, span.end) and not _INSIDE.search(text[max(0, span.start - 40) : span.start]):
            return not self.is_reply
        if self._in_sentence("role.neutral", span):
            return True
        return self._in_sentence("role.invitation", span) and not self._in_sentence("role.attended", span)

    @cached_property
    def is_provider(self) -> bool:
        """Whether we speak as those who give care."""
        return bool(self._reading.find("role.provider"))

    @cached_property
    def is_case(self) -> bool:
        """Whether the view is about one individual: an age, "pt", "this patient"."""
        return bool(self._reading.find("role.case"))

    @cached_property
    def is_short(self) -> bool:
        """Whether the view is short enough to be about one thing."""
        return len(self._reading.view.text) <= _SHORT

    @cached_property
    def is_report(self) -> bool:
        """Whether the view reads like news: a link, a retweet."""
        return bool(_LINK.search(self._reading.view.text))

    @cached_property
    def is_history(self) -> bool:
        """Whether the view tells of people of long ago: an old year together with a word of history."""
        text = self._text.text
        return not self.is_reply and bool(_LONG_AGO.search(text)) and bool(_HISTORY.search(text))

    def sentence(self, span: Span) -> Span:
        """The sentence of a span."""
        return self._reading.sentences.span_at(span.start)

    def around(self, span: Span, before: int = 1, after: int = 1) -> Span:
        """The sentence of a span with its neighbours."""
        sentences = self._reading.sentences
        at = sentences.at(span.start)
        first, last = max(0, at - before), min(len(sentences.spans) - 1, at + after)
        return Span(sentences.spans[first].start, sentences.spans[last].end)

    def care_in(self, window: Span, apart: Span | None = None) -> bool:
        """Whether care is stated in a stretch, elsewhere than inside the mention itself."""
        return any(s.span.overlaps(window) and not (apart and s.span.overlaps(apart)) for s in self.care)

    def said_in(self, selector: str, window: Span) -> bool:
        """Whether a cue stands in a stretch."""
        return any(signal.span.overlaps(window) for signal in self._reading.find(selector))

    def _in_sentence(self, selector: str, span: Span) -> bool:
        return self.said_in(selector, self.sentence(span))

    def just_before(self, selector: str, span: Span) -> bool:
        """Whether a cue stands directly before a mention: "our patient X", "Patient: X"."""
        text = self._text.text
        return any(
            signal.span.end <= span.start and _JOINT.match(text[signal.span.end : span.start])
            for signal in self._reading.find(selector)
            if span.start - signal.span.end <= 16
        )

    def just_after(self, selector: str, span: Span, reach: int = 24) -> bool:
        """Whether a cue follows a mention as an apposition: "X, our hygienist", "X is our new dentist"."""
        text = self._text.text
        for signal in self._reading.find(selector):
            between = text[span.end : signal.span.start] if signal.span.start >= span.end else None
            if between is None or len(between) > reach:
                continue
            if _APPOSED.match(between) or (between == " " and selector == "role.staff_noun"):
                return True
        return False
