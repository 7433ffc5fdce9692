"""Precision, recall and F1 of the network on texts that it was not taught."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tools.second_reader.texts import Labelled

BOUNDS = (0.3, 0.5, 0.7, 0.85)


def line(name: str, texts: Sequence[Labelled], marks: Iterable[float]) -> str:
    """One line of figures, for each threshold precision, recall and F1.

    Args:
        name: of the set.
        texts: of one family.
        marks: the mark of that family for each text.
    """
    found = [(mark, bool(text.labels)) for mark, text in zip(marks, texts, strict=True)]
    right = sum(flag for _, flag in found)
    parts = []
    for bound in BOUNDS:
        hits = sum(mark >= bound and flag for mark, flag in found)
        false = sum(mark >= bound and not flag for mark, flag in found)
        precision, recall = hits / max(1, hits + false), hits / max(1, right)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        parts.append(f"{bound}: {precision:.2f} {recall:.2f} {f1:.3f}")
    return f"  {name:16}" + "   ".join(parts)
