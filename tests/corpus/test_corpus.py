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
    "phi-1": (0.35, 0.64),
    "phi-2": (0.35, 0.62),
    "phi-3": (0.49, 0.69),
    "incentive-1": (0.54, 0.93),
    "incentive-2": (0.43, 0.80),
    "incentive-3": (0.48, 0.99),
    "tone-1": (0.52, 0.89),
    "tone-2": (0.44, 0.92),
    "tone-3": (0.66, 0.94),
}
"""Recall and precision at the first measurement of each blind batch."""


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
    assert found.recall >= recall
    assert found.precision >= precision
