"""What the network learns from: windows of labelled texts, with what is right for each."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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


def lessons(texts: Iterable[Labelled], tokenizer: Tokenizer) -> Iterator[Lesson]:
    """The windows to learn from. A window without the marks of its labelled text says nothing and is left out."""
    for text in texts:
        windows = list(tokenizer.windows(text.text, text.kind, text.answers))
        for window in windows:
            told = tuple(
                number
                for number, span in enumerate(window.spans)
                if span is not None and any(span.overlaps(mark) for mark in text.marks)
            )
            if text.labels and len(windows) > 1 and not told:
                continue
            targets = tuple(float(holds(text, outcome)) for outcome in OUTCOMES)
            weights = tuple(weight(text, outcome) for outcome in OUTCOMES)
            yield Lesson(window, targets, weights, told, bool(told) or not text.labels)


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
