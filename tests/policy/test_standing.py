"""A profile and the wording decide which authorities stay open, and severity follows."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest

from postguard import Draft, Finding, Linter
from postguard.policy.config import parse_config
from postguard.policy.standing import Weigher, limits, weigher
from postguard.rules.loader import load
from postguard.signals.interface import Surroundings

BOOK = load()
REFERRAL = "Refer a friend and get a $50 gift card at your next visit!"
CARVED = REFERRAL + " Not valid for patients of Medicare, Medicaid or other federal programs."


@cache
def _linter(code: str, profile: str) -> Linter:
    return Linter(parse_config({"organization": eval(profile)}), select=(code,), rulebook=BOOK)


def _finding(text: str, code: str, **profile: Any) -> Finding:
    table = {key.replace("_", "-"): value for key, value in profile.items()}
    (found,) = _linter(code, repr(table)).check(Draft(text)).findings
    return found


def _open(finding: Finding) -> set[str]:
    return {status.key for status in finding.authorities if status.open}


def _answered(finding: Finding) -> dict[str, str]:
    return {status.key: status.answered_by for status in finding.authorities if status.answered_by}


def test_without_a_profile_federal_billing_is_assumed_and_states_are_unknown() -> None:
    finding = _finding(REFERRAL, "INC101")
    assert finding.severity.value == "error"
    assert {"AKS", "BI-CMP", "FL-817.505", "CA-650", "TX-102.001"} <= _open(finding)


@pytest.mark.parametrize(
    ("profile", "severity"),
    [
        ({"self_pay_only": True, "states": ["OH"]}, "warning"),
        ({"bills_federal_programs": False, "states": ["OH"]}, "warning"),
        ({"self_pay_only": True, "states": ["FL"]}, "error"),
        ({"self_pay_only": True, "states": ["OH", "TX"]}, "error"),
        ({"self_pay_only": True}, "error"),
        ({"states": ["OH"]}, "error"),
    ],
)
def test_payer_and_state_decide_a_referral_reward(profile: dict[str, Any], severity: str) -> None:
    assert _finding(REFERRAL, "INC101", **profile).severity.value == severity


def test_self_pay_drops_the_federal_authorities_only() -> None:
    still = _open(_finding(REFERRAL, "INC101", self_pay_only=True, states=["FL"]))
    assert "FL-817.505" in still
    assert not still & {"AKS", "BI-CMP", "CMP-KICKBACK", "CA-650", "TX-102.001"}


@pytest.mark.parametrize("states", [[], ["FL"], ["CA", "NV"], ["OH"]])
def test_a_federal_carve_out_lowers_and_never_clears(states: list[str]) -> None:
    finding = _finding(CARVED, "INC101", states=states)
    assert finding.severity.value == "warning"
    assert _answered(finding)["AKS"] == "mitigation.federal_carve_out"
    assert "AKS" in _open(finding), "answered in part only"


def test_a_carve_out_answers_no_state_law() -> None:
    finding = _finding(CARVED, "INC101", states=["FL"])
    assert "FL-817.505" in _open(finding)
    assert "FL-817.505" not in _answered(finding)


def test_free_entry_answers_lottery_law_only() -> None:
    raffle = "Giveaway! Comment below for a chance to win free whitening."
    assert _finding(raffle, "INC301").severity.value == "warning"
    entry = _finding(raffle + " No purchase or visit necessary.", "INC301")
    assert entry.severity.value == "info"
    assert _open(entry) == set()
    assert _answered(entry)["LOTTERY-STATE"] == "mitigation.no_purchase"


def test_a_disclosure_answers_endorsement_law_and_not_bought_opinions() -> None:
    text = "#ad Leave us a 5 star review and get a $10 coffee card."
    finding = _finding(text, "INC401")
    assert "FTC-255.5" not in _open(finding)
    assert "FTC-465.4" in _open(finding)
    assert finding.severity.value == "error"


def test_ekra_holds_for_laboratories_and_substance_use() -> None:
    assert "EKRA" in _open(_finding(REFERRAL, "INC101", kind="lab"))
    assert "EKRA" in _open(_finding(REFERRAL, "INC101", kind="substance-use"))
    assert "EKRA" not in _open(_finding(REFERRAL, "INC101", kind="dental"))
    assert "EKRA" not in _open(_finding(REFERRAL, "INC101"))
    assert "EKRA" in _open(_finding("Refer a friend to our detox and get a $50 gift card.", "INC101"))


def test_plan_marketing_law_holds_for_plans() -> None:
    text = "Free steak dinner while we talk Medicare Advantage plans! RSVP now."
    assert "MA-MEALS" in _open(_finding(text, "INC502"))
    assert "MA-MEALS" in _open(_finding(text, "INC502", kind="plan"))
    assert "MA-MEALS" not in _open(_finding(text, "INC502", kind="dental"))


def test_a_notice_answers_the_advertising_statute_in_its_state() -> None:
    text = "Free exam for new patients, call today. You have the right to refuse to pay within 72 hours."
    finding = _finding(text, "INC203", states=["FL"])
    assert _answered(finding)["FL-456.062"] == "mitigation.notice_right"
    assert "FL-456.062" not in _open(finding)
    assert "BI-CMP" in _open(finding)


def test_limits_are_dated_and_the_lowest_counts() -> None:
    today = date(2026, 11, 22)
    assert limits({}, today)["nominal_item"] == 15
    assert limits({"state.TX": True}, today)["nominal_item"] == 10
    assert limits({}, today)["physician_gifts_year"] == 535
    assert "physician_gifts_year" not in limits({}, date(2027, 1, 1))
    assert "nominal_item" not in limits({}, date(2010, 1, 1))


def test_a_limit_decides_a_small_gift() -> None:
    text = "New patients get a free tumbler worth $12 at their first visit."
    assert _finding(text, "INC208").severity.value == "info"
    assert _finding(text, "INC208", states=["TX"]).severity.value == "warning"
    assert _finding(text.replace("$12", "$40"), "INC208").severity.value == "warning"


def test_data_names_known_authorities_and_concepts() -> None:
    data = weigher(Surroundings())
    concepts = {concept.name for concept in BOOK.lexicon.concepts}
    assert isinstance(data, Weigher)
    for mitigation in data.mitigations:
        assert mitigation.concept in concepts
        assert not set(mitigation.authorities) - BOOK.authorities.keys()
    for scope in data.scopes:
        assert not set(scope.authorities) - BOOK.authorities.keys()
        assert not set(scope.said) - concepts
