"""postguard's own labelled texts: at most 3 % errors either way; and no blind batch gets worse than it was."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from postguard import Linter
from tools.accuracy import FAMILIES, Figures, blind, measure, own

MOST_ERRORS = 0.03
SMALLEST = {"phi": (150, 150), "incentive": (150, 150), "tone": (200, 300)}
FLOORS = {
    "phi-1": (0.97, 0.97),
    "phi-2": (0.96, 0.91),
    "phi-3": (0.97, 0.96),
    "phi-4": (0.93, 0.90),
    "phi-5": (0.94, 0.91),
    "phi-6": (0.93, 0.88),
    "phi-7": (0.84, 0.84),
    "phi-8": (0.92, 0.83),
    "phi-9": (0.92, 0.93),
    "incentive-1": (0.97, 0.97),
    "incentive-2": (0.97, 0.98),
    "incentive-3": (0.98, 0.98),
    "incentive-4": (0.90, 0.98),
    "incentive-5": (0.91, 0.93),
    "incentive-6": (0.91, 0.98),
    "incentive-7": (0.84, 0.91),
    "incentive-8": (0.93, 0.93),
    "tone-1": (0.97, 0.97),
    "tone-2": (0.95, 0.98),
    "tone-3": (0.94, 0.98),
    "tone-4": (0.81, 0.98),
    "tone-5": (0.80, 0.96),
    "tone-6": (0.89, 0.97),
    "tone-7": (0.80, 0.96),
    "tone-8": (0.89, 0.97),
    "tone-9": (0.92, 0.97),
    "tone-10": (0.86, 0.98),
}
"""Recall and precision that each blind batch has reached; docs/accuracy.md has its first figures."""


@cache
def _linter(family: str) -> Linter:
    return Linter(select=(family,))


@cache
def _own(family: str) -> Figures:
    return measure(_linter(family), own(family))


@pytest.mark.parametrize("family", FAMILIES)
def test_is_large_enough(family: str) -> None:
    flags, passes = SMALLEST[family]
    assert _own(family).flags >= flags
    assert _own(family).passes >= passes


@pytest.mark.parametrize("family", FAMILIES)
def test_misses_are_few(family: str) -> None:
    found = _own(family)
    assert len(found.misses) <= MOST_ERRORS * found.flags, found.misses


@pytest.mark.parametrize("family", FAMILIES)
def test_false_alarms_are_few(family: str) -> None:
    found = _own(family)
    assert len(found.alarms) <= MOST_ERRORS * found.passes, found.alarms


@pytest.mark.parametrize("path", [path for family in FAMILIES for path in blind(family)], ids=lambda path: path.stem)
def test_no_blind_batch_gets_worse(path: Path) -> None:
    recall, precision = FLOORS[path.stem]
    found = measure(_linter(path.stem.split("-")[0]), [path])
    rounding = 1e-9
    assert found.recall + rounding >= recall
    assert found.precision + rounding >= precision
