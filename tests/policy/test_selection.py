"""Selectors: code, prefix, name, category; the more exact one wins."""

from __future__ import annotations

import pytest

from postguard import UsageError
from postguard.policy.selection import selected
from postguard.rules.loader import load

RULES = load().rules


def _codes(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in selected(RULES, select, ignore)}


def test_default_is_every_rule_that_is_on() -> None:
    assert _codes() == {rule.code for rule in RULES if rule.model.default}


def test_all_is_every_rule() -> None:
    assert _codes(("ALL",)) == {rule.code for rule in RULES}


@pytest.mark.parametrize("selector", ["INC", "inc", "incentive"])
def test_a_family(selector: str) -> None:
    assert _codes((selector,)) == {rule.code for rule in RULES if rule.model.category == "incentive"}


def test_the_more_exact_selector_wins() -> None:
    assert "INC101" in _codes(("INC101",), ("INC",))
    assert "INC101" not in _codes(("INC",), ("INC101",))
    assert _codes(("INC101",), ("INC101",)) == set()
    assert {code for code in _codes(("INC1",)) if not code.startswith("INC1")} == set()


@pytest.mark.parametrize("selector", ["INC9999", "", "patient-referal-reward", "XYZ"])
def test_unknown(selector: str) -> None:
    with pytest.raises(UsageError, match="no rule"):
        selected(RULES, (selector,))
    with pytest.raises(UsageError, match="no rule"):
        selected(RULES, (), (selector,))


def test_nearest_names_are_offered() -> None:
    with pytest.raises(UsageError, match="patient-referral-reward"):
        selected(RULES, ("patient-referal-reward",))
