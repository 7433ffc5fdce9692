"""What gifts come to in a year."""

from __future__ import annotations

import pytest

from postguard import Draft, Linter

LINTER = Linter(select=("INC210",))


def _flagged(text: str, linter: Linter = LINTER) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in linter.check(Draft(text)).active]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Get a $10 grocery card at every visit, monthly.", "$10"),
        ("We hand our patients a $5 coffee card every week they come in.", "$5"),
        ("Patients get a $20 gift card four times a year at their checkups.", "$20"),
        ("Earn twenty dollars each month you keep your appointments!", "twenty dollars"),
        ("Every other week, patients who visit pick up a $4 coffee on us, our gift.", "$4"),
        ("Patients get a $15 gift at each of their 6 sessions.", "$15"),
        # two gifts, each below the limit of a year, together above it
        ("Patients get a $30 gift card at sign-up. They get a $15 gift every quarter they visit.", "$15"),
    ],
)
def test_above_the_yearly_limit(text: str, place: str) -> None:
    assert place in _flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Patients get a $5 gift card twice a year when they come in.",
        "New patients get a $10 gift card at their first visit.",  # INC201's; nothing says how often
        "Your copay is $20 every visit, and the plan is $99 a month.",
        "Save $10 every month on your visits.",
        "Our employees get a $25 lunch card every month. No appointment needed!",
        "Gifts to patients may not exceed $75 a year, and each visit counts monthly.",
        "We do not give patients a $10 gift card every month.",
        "Each month we raise $500 for the food bank with our patients.",
        "Annual visits cost $150.",
    ],
)
def test_look_alikes(text: str) -> None:
    assert _flagged(text) == []


def test_the_limit_of_the_organisations_state_holds() -> None:
    from postguard.policy.config import parse_config

    text = "Patients get a $10 gift at their checkup every quarter."
    assert _flagged(text) == []
    texas = Linter(parse_config({"organization": {"states": ["TX"]}}), select=("INC210",))
    assert _flagged(text, texas) == ["$10"]
