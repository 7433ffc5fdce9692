"""How something is said: negated, quoted, reported, as a warning, of somebody invented; terms that any rule can use.

The cue words are data (rules/concepts/cue.toml); this module gives each cue its scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_CLAUSE_END = re.compile(r"[.!?;:…\n]|,? \b(?:but|however|although|instead|so|unless|until|yet|then)\b|—|–| - ")
_QUOTE = re.compile(r"“[^”\n]{1,600}”|(?<![\w\"])\"[^\"\n]{1,600}\"(?![\w\"])|(?<!\w)‘[^’\n]{12,600}’(?!\w)")
_NEGATION_REACH = 80
_ONE_STORY = 900
"""Code points up to which a whole view tells one story; of a longer one only the paragraph counts."""


class Modality:
    """Spans in which something is negated, quoted, reported, or said as a warning."""

    name = "modality"
    produces = ("modality.negated", "modality.quoted", "modality.reported", "modality.warning", "modality.invented")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The scopes of every cue in the view."""
        text = reading.view.text
        for cue in reading.find("cue.negation"):
            end = min(len(text), cue.span.end + _NEGATION_REACH)
            stop = _CLAUSE_END.search(text, cue.span.end, end)
            yield self._signal("negated", Span(cue.span.start, stop.start() if stop else end))
        for cue in reading.find("cue.negated_before"):  # "… is not true", "… is a myth": the words before the cue
            sentence = reading.sentences.span_at(cue.span.start)
            yield self._signal("negated", Span(sentence.start, cue.span.end))
        for match in _QUOTE.finditer(text):
            yield self._signal("quoted", Span(*match.span()))
        for span in reading.view.marked("quote"):
            yield self._signal("quoted", span)
        for cue in reading.find("cue.report"):
            yield self._signal("reported", reading.sentences.span_at(cue.span.start))
        spans = reading.sentences.spans
        for cue in reading.find("cue.warning"):
            number = reading.sentences.at(cue.span.start)
            first, last = spans[max(0, number - 1)], spans[min(len(spans) - 1, number + 2)]
            yield self._signal("warning", Span(first.start, last.end))
        for cue in reading.find("cue.invented"):
            yield self._signal("invented", _told_around(cue.span, text))

    def _signal(self, kind: str, span: Span) -> Signal:
        return Signal(f"modality.{kind}", span, source=self.name)


def _told_around(cue: Span, text: str) -> Span:
    """The story that somebody invented is part of."""
    if len(text) <= _ONE_STORY:
        return Span(0, len(text))
    start, end = text.rfind("\n\n", 0, cue.start), text.find("\n\n", cue.end)
    return Span(max(0, start), end if end >= 0 else len(text))
