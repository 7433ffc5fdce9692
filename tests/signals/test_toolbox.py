"""Who may produce what: the look-up says the same as `may_produce`, for every term of every rule."""

from __future__ import annotations

import pytest

from postguard.rules.condition import Condition, Level
from postguard.rules.loader import load
from postguard.signals.interface import may_produce
from postguard.signals.registry import extractors
from postguard.signals.toolbox import Toolbox

BOOK = load()
BOX = Toolbox(extractors(BOOK.lexicon))


def _selectors() -> list[str]:
    conditions: list[Condition | Level] = []
    for rule in BOOK.rules:
        conditions += [*rule.conditions, *rule.levels]
    terms = [term for part in conditions for term in (*part.all, *part.any, *part.unless)]
    return sorted({atom.selector for term in terms for atom in term.atoms} | {"*", "no.such", "no.*", "rule.*"})


@pytest.mark.parametrize("selector", _selectors())
def test_says_the_same_as_asking_each(selector: str) -> None:
    expected = [n for n, extractor in enumerate(BOX.extractors) if may_produce(extractor.produces, selector)]
    assert list(BOX.producers(selector)) == expected
