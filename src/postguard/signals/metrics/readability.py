"""Reading grade and long sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.metrics.syllables import syllables
from postguard.signals.metrics.words import is_english, words
from postguard.signals.reading import Reading

FEWEST_WORDS = 30
"""A grade of fewer words tells nothing: one clinical sentence can come out at 28, a flu-shot line below 0."""

_FEWEST_IN_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        return flesch_kincaid(1, self.words, self.syllables)


def flesch_kincaid(sentences: int, words: int, syllables: int) -> float:
    """The US school grade of a text (Kincaid, Fishburne, Rogers and Chissom 1975)."""
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


class Readability:
    """`metric.grade` over the measured text, `metric.hard_sentence` for the two hardest, `metric.long_sentence`."""

    name = "readability"
    produces = ("metric.grade", "metric.hard_sentence", "metric.long_sentence", "metric.words")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The figures of one view; no grade below `FEWEST_WORDS` words or for another language than English."""
        text = reading.view.text
        measured: list[_Sentence] = []
        every: list[str] = []
        for span in reading.sentences.spans:
            found = words(text, span)
            if found:
                measured.append(_Sentence(span, len(found), sum(map(syllables, found))))
                every.extend(found)
        if not measured:
            return
        whole = Span(measured[0].span.start, measured[-1].span.end)
        yield Signal("metric.words", whole, {"value": len(every)}, self.name)
        for sentence in measured:
            values = {"words": sentence.words}
            yield Signal("metric.long_sentence", sentence.span, values, self.name)
        if len(every) < FEWEST_WORDS or not is_english(every):
            return
        total = flesch_kincaid(len(measured), len(every), sum(sentence.syllables for sentence in measured))
        yield Signal("metric.grade", whole, {"value": round(total, 1), "words": len(every)}, self.name)
        hardest = sorted(
            (sentence for sentence in measured if sentence.words >= _FEWEST_IN_SENTENCE),
            key=lambda sentence: -sentence.grade,
        )
        for rank, sentence in enumerate(hardest[:2], 1):
            note = f"hard sentence: grade {sentence.grade:.0f}"
            yield Signal("metric.hard_sentence", sentence.span, {"rank": rank, "note": note}, self.name)
