"""Capitals, exclamation marks, and letters that are no letters to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_SHOUTED = re.compile(r"(?<![\w#@/.-])[A-Z][A-Z'’]*[A-Z](?:[ ,.!?&-]+(?:[A-Z][A-Z'’]*[A-Z]|I|A)(?![\w]))+")
_WORD = re.compile(r"[A-Z][A-Z'’]+")
_MARKS = re.compile(r"[!?！？]*[!！][!?！？]*")
# Letters of Mathematical Alphanumerics, enclosed and full-width Latin; a screen reader spells them out or is silent.
_LETTERS = "\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149\U0001f150-\U0001f169\uff21-\uff3a\uff41-\uff5a"
_FANCY = re.compile(f"[{_LETTERS}][{_LETTERS} \ufe0f]*")
_FEWEST_FANCY = 3
_EMOTICON = re.compile(r"¯\\_\(ツ\)_/¯|\([╯ノ°□ಠ_益].{1,8}\)[╯ノ]?|ʕ•ᴥ•ʔ|\(づ.{1,6}\)づ|(?:[░▒▓█▄▀╔═╗║╚╝]{3,})")


class Typography:
    """`metric.capitals` and `metric.exclamation` (runs), `metric.exclamations` (how many), `metric.fancy`."""

    name = "typography"
    produces = ("metric.capitals", "metric.exclamation", "metric.exclamations", "metric.fancy", "metric.ascii_art")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The signals of one view."""
        text = reading.view.text
        for match in _SHOUTED.finditer(text):
            count = sum(len(word) >= 4 for word in _WORD.findall(match.group()))
            yield Signal("metric.capitals", Span(*match.span()), {"words": count}, self.name)
        yield from self._exclamations(text)
        for match in _FANCY.finditer(text):
            if len(match.group().strip()) >= _FEWEST_FANCY:
                end = match.start() + len(match.group().rstrip())
                yield Signal("metric.fancy", Span(match.start(), end), source=self.name)
        for match in _EMOTICON.finditer(text):
            yield Signal("metric.ascii_art", Span(*match.span()), source=self.name)

    def _exclamations(self, text: str) -> Iterator[Signal]:
        total = 0
        last = None
        for match in _MARKS.finditer(text):
            total += 1
            last = Span(*match.span())
            yield Signal("metric.exclamation", last, {"length": len(match.group())}, self.name)
        if last is not None:
            yield Signal("metric.exclamations", last, {"count": total}, self.name)
