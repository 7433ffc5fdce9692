"""Emoji: how many, and where they get in a reader's way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.metrics.lengths import EMOJI
from postguard.signals.reading import Reading

_MARKS = frozenset("©®™‼⁉ℹ↔↕▪▫◼◻✔✖ⓂⓂ")
_BETWEEN = re.compile(r"[A-Za-z][ ]?\Z")
_AFTER = re.compile(r"[ ]?[a-z]")
# An emoji after these stands where a noun or verb should be: "get your 💉", "we ❤️ nurses".
_IN_PLACE = re.compile(
    r"\b(?:your|a|an|the|my|our|his|her|their|more|no|i|we|you|to|some|with|of|for|by|eat|get|drink)\s?\Z",
    re.IGNORECASE,
)


class Emoji:
    """`metric.emoji` each with a number, `metric.emoji_run`, `metric.emoji_inside` a sentence, `metric.emoji_word`."""

    name = "emoji"
    produces = ("metric.emoji", "metric.emojis", "metric.emoji_run", "metric.emoji_inside", "metric.emoji_word")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The signals of one view."""
        text = reading.view.text
        found = [match for match in EMOJI.finditer(text) if match.group()[0] not in _MARKS]
        for match in found:
            span = Span(*match.span())
            yield Signal("metric.emoji", span, source=self.name)
            before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 2].lstrip("\ufe0f")
            in_place = _IN_PLACE.search(before)
            if in_place and not EMOJI.search(before):
                yield Signal("metric.emoji_word", span, source=self.name)
            elif _BETWEEN.search(before) and _AFTER.match(after):
                yield Signal("metric.emoji_inside", span, source=self.name)
        if found:
            last = found[-1]
            yield Signal("metric.emojis", Span(*last.span()), {"count": len(found)}, self.name)
        yield from self._runs(text, found)

    def _runs(self, text: str, found: list[re.Match[str]]) -> Iterator[Signal]:
        start = 0
        for at in range(1, len(found) + 1):
            joined = at < len(found) and not text[found[at - 1].end() : found[at].start()].strip(" \ufe0f")
            if joined:
                continue
            if at - start >= 3:
                span = Span(found[start].start(), found[at - 1].end())
                yield Signal("metric.emoji_run", span, {"count": at - start}, self.name)
            start = at
