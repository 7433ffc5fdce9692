"""The second reader's impressions, as signals: what a draft says without any word that a list could hold.

impression.phi, impression.incentive, impression.tone     one for each stretch read; `score` from 0 to 1
impression.phi_reply, impression.inc_referral, …          the likeliest kind of a family in that stretch, at its telling
                                                          words; `score` is the family's
`brief` tells whether it is a short post: a headline-like line says too little to be sure of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postguard.draft.span import Span
from postguard.signals.interface import Signal, Value
from postguard.signals.reading import Reading
from postguard.signals.second_reader import FAMILIES
from postguard.signals.second_reader.model import Marks, shipped
from postguard.signals.second_reader.tokens import Window

_FEWEST_WORDS = 3
_BRIEF = 25
"""A post of fewer words is brief. A reply, an advertisement or an e-mail has a reader and is not."""

_LEAST = 0.2
"""Below this no kind is named."""

_LONGEST = 20_000
"""Code points that are read; more is no post."""


class SecondReader:
    """Reads every stretch of a draft once, after the rules of wording have had their say."""

    name = "second-reader"
    produces = ("impression.*",)

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The impressions of a view.

        Raises:
            UncheckedError: the model is missing or another one.
        """
        text = reading.view.text[:_LONGEST]
        if len(text.split()) < _FEWEST_WORDS:
            return
        model = shipped()
        context = reading.context
        brief = context.kind in (None, "post") and len(text.split()) < _BRIEF
        for window in model.tokenizer.windows(text, context.kind or "post", context.in_reply_to or ""):
            yield from self._impressions(window, model.read(window), brief=brief)

    def _impressions(self, window: Window, marks: Marks, *, brief: bool) -> Iterator[Signal]:
        for short, family in FAMILIES.items():
            values: dict[str, Value] = {"score": marks.whole[family], "brief": brief}
            yield Signal(f"impression.{family}", window.span, values, self.name, marks.whole[family])
            kinds = [outcome for outcome in marks.whole if outcome.startswith(f"{short}/")]
            kind = max(kinds, key=lambda outcome: marks.whole[outcome])
            if marks.whole[family] >= _LEAST:
                span = telling(window, [piece[kind] for piece in marks.places])
                yield Signal(f"impression.{kind.replace('/', '_')}", span, values, self.name, marks.whole[family])


def telling(window: Window, marks: Sequence[float]) -> Span:
    """The words with the highest mark and their neighbours of at least half of it.

    Args:
        window: what was read.
        marks: for each of its pieces, how much it tells.
    """
    own = [number for number, span in enumerate(window.spans) if span is not None]
    top = max(own, key=lambda number: marks[number])
    enough = marks[top] / 2
    first = last = top
    while first - 1 in own and marks[first - 1] >= enough:
        first -= 1
    while last + 1 in own and marks[last + 1] >= enough:
        last += 1
    start, end = window.spans[first], window.spans[last]
    assert start is not None
    assert end is not None
    return Span(start.start, end.end)
