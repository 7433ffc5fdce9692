"""What the network learns from: windows of labelled texts, with what is right for each."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from postguard.signals.second_reader import FAMILIES
from postguard.signals.second_reader.tokens import Tokenizer, Window
from tools.second_reader.texts import Labelled

KINDS = (
    *(f"phi/{kind}" for kind in ("reply", "person", "story", "number", "solicit", "image")),
    *(f"inc/{kind}" for kind in ("referral", "visit", "copay", "professional", "review", "wellness")),
    *(f"ton/{kind}" for kind in ("stigma", "unsafe", "claim", "pressure", "hostile", "advice", "creepy")),
)
OUTCOMES = (*FAMILIES.values(), *KINDS)
"""What the network says of a window: each family, then each kind."""

_ELSEWHERE = 0.3
"""Weight of "harmless" for families that are not the author's own: there an author looks less closely."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One window with what is right for it."""

    window: Window
    targets: tuple[float, ...]
    """1 for each outcome that holds, else 0."""

    weights: tuple[float, ...]
    """How much each outcome counts; 0 where the text says nothing of it."""

    told: tuple[int, ...] = ()
    """The pieces that are telling words."""

    shown: bool = False
    """Whether it is known which pieces tell."""


_CLOSELY = 2
"""Stretches of a text that are lessons of their own."""

_CLOSE = 36
"""Words of such a stretch: a sentence or a few short ones."""


def lessons(texts: Iterable[Labelled], tokenizer: Tokenizer) -> Iterator[Lesson]:
    """The windows to learn from. A window without the marks of its labelled text says nothing and is left out."""
    chance = random.Random(1)
    for text in texts:
        yield from _windows(text, tokenizer)
        close = [stretch for stretch in stretches(text) if stretch.marks or not text.labels]
        if len({label[:3] for label in text.labels}) < 2:  # else nobody knows of which family a stretch is
            for stretch in chance.sample(close, min(_CLOSELY, len(close))):
                yield from _windows(stretch, tokenizer)


def stretches(text: Labelled) -> Iterator[Labelled]:
    """A longer text cut into a few sentences at a time: what one line says is lost in a long friendly page."""
    ends = [match.end() for match in re.finditer(r"[.!?…][\"'”’)*_]*\s+|\n+|$", text.text)]
    start = 0
    for end, following in zip(ends, [*ends[1:], 0], strict=True):
        if len(text.text[start:following].split()) <= _CLOSE and following:
            continue
        if end - start < len(text.text) and text.text[start:end].strip():
            marks = tuple(mark.shifted(-start) for mark in text.marks if start <= mark.start and mark.end <= end)
            yield replace(text, text=text.text[start:end], marks=marks)
        start = end


def _windows(text: Labelled, tokenizer: Tokenizer) -> Iterator[Lesson]:
    windows = list(tokenizer.windows(text.text, text.kind, text.answers))
    for window in windows:
        lesson = learned(text, window)
        if lesson.told or not text.labels or len(windows) == 1:
            yield lesson


def learned(text: Labelled, window: Window) -> Lesson:
    """What a window of a text teaches."""
    told = tuple(
        number
        for number, span in enumerate(window.spans)
        if span is not None and any(span.overlaps(mark) for mark in text.marks)
    )
    targets = tuple(float(holds(text, outcome)) for outcome in OUTCOMES)
    weights = tuple(weight(text, outcome) for outcome in OUTCOMES)
    return Lesson(window, targets, weights, told, bool(told) or not text.labels)


def holds(text: Labelled, outcome: str) -> bool:
    """Whether an outcome is right for a text: it is a label, or the family of one."""
    return outcome in text.labels or any(FAMILIES.get(label[:3]) == outcome for label in text.labels)


def weight(text: Labelled, outcome: str) -> float:
    """How much an outcome counts for a text, from 0 to 1."""
    family = FAMILIES.get(outcome[:3], outcome) if "/" in outcome else outcome
    if family not in text.families:
        return 0.0
    if "/" in outcome and family in text.labels:
        return 0.0  # of which kind it is, is not known
    author = FAMILIES.get(text.source[:3], family)
    return 1.0 if author == family or holds(text, family) else _ELSEWHERE


def batches(lessons: Sequence[Lesson], size: int, chance: random.Random) -> Iterator[list[Lesson]]:
    """Lessons of like length together, in a random order."""
    mixed = sorted(lessons, key=lambda lesson: len(lesson.window.pieces) + chance.random() * 12)
    parts = [mixed[at : at + size] for at in range(0, len(mixed), size)]
    chance.shuffle(parts)
    yield from parts
