"""The cues around a mention: what care is stated near it, who speaks, whom a label names."""

from __future__ import annotations

import re
from functools import cached_property

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import frame
from postguard.signals.reading import Reading

_LINK = re.compile(r"https?://|www\.|\bRT @|\bbit\.ly|\.(?:com|ly|org|be)/")
_TITLE = re.compile(r"[Mm][Ss]\.?\s[A-Z]")
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
        before = text[max(0, span.start - 40) : span.start]
        if frame("facility-after").match(text, span.end) and not frame("inside-before").search(before):
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
        return not self.is_reply and bool(frame("old-year").search(text)) and bool(frame("history").search(text))

    def sentence(self, span: Span) -> Span:
        """The sentence of a span."""
        return self._reading.sentences.span_at(span.start)

    def around(self, span: Span, before: int = 1, after: int = 1) -> Span:
        """The sentence of a span with its neighbours."""
        sentences = self._reading.sentences
        at = sentences.at(span.start)
        first, last = max(0, at - before), min(len(sentences.spans) - 1, at + after)
        return Span(sentences.spans[first].start, sentences.spans[last].end)

    def is_news(self, span: Span) -> bool:
        """Whether the sentence of a span is news or history told from outside, not care told by those who gave it."""
        if self.is_reply:
            return False
        sentence = self.sentence(span)
        if self.is_case and self.is_short and self.said_in("role.clinical", self.around(span)):
            return False
        if self.is_report:
            return not self.said_in("role.patient_label", sentence) or not self.is_provider
        return self.said_in("role.news", sentence) and not self.said_in("role.provider", sentence)

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
            signal.span.end <= span.start and frame("joint-before").match(text[signal.span.end : span.start])
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
            if frame("apposed-after").match(between) or (between == " " and selector == "role.staff_noun"):
                return True
        return False
