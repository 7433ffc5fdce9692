"""A change of voice shows in the findings; people stay protected whatever the voice."""

from __future__ import annotations

from typing import Any

import pytest

from postguard import Draft, Linter
from postguard.errors import UsageError
from postguard.policy.config import Config, parse_config
from postguard.rules.loader import load

BOOK = load()
RULES = ("TON404", "TON505", "TON506", "TON518", "TON701", "TON702", "TON704", "TON705", "TON706")


def codes(text: str, table: dict[str, Any] | None = None, **fields: Any) -> set[str]:
    linter = Linter(parse_config(table or {}), select=RULES, rulebook=BOOK)
    return {finding.code for finding in linter.check(Draft(text, **fields)).findings}


@pytest.mark.parametrize(
    ("text", "voice", "code"),
    [
        ("Spoiler alert: the flu is back.", {"snark": "warn"}, "TON705"),
        ("Dad joke incoming: lettuce romaine calm.", {"humour": "warn"}, "TON706"),
        ("We are open!", {"exclamations": 0}, "TON505"),
        ("Thank you 💙", {"emoji": 0}, "TON506"),
        ("Sleep matters, and here are three ways to get more.", {"aim-at": ["new dad+"]}, "TON704"),
    ],
)
def test_a_voice_switches_style_on(text: str, voice: dict[str, Any], code: str) -> None:
    assert code not in codes(text)
    assert code in codes(text, {"voice": voice})


def test_a_voice_switches_jargon_off() -> None:
    assert "TON518" in codes("Pruritus is common.")
    assert "TON518" not in codes("Pruritus is common.", {"voice": {"jargon": "allow"}})


def test_no_voice_lifts_hostility() -> None:
    loose = {"voice": {"snark": "allow", "humour": "allow", "push": "allow", "emoji": 99, "exclamations": 99}}
    assert "TON404" in codes("Get a life.", loose, kind="reply")


def test_terms_of_the_organisation() -> None:
    table = {"terms": [{"prefer": "MyChart", "avoid": ["the portal"], "kind": "trademark"}]}
    assert codes("Use the portal or mychart.", table) == {"TON701", "TON702"}
    assert not codes("Use MyChart.", table)


def test_choices_per_condition_reach_the_rules() -> None:
    settings = parse_config({"voice": {"person-first": {"autism": "identity"}}}).surroundings().settings
    assert settings["voice.autism"] == "identity"


def test_own_channel_limits() -> None:
    text = "a" * 300
    for table, expected in (({}, 1), ({"channels": {"x": {"post": 25000}}}, 0)):
        report = Linter(parse_config(table), select=("TON601",), rulebook=BOOK).check(Draft(text, channel="x"))
        assert len(report.findings) == expected


@pytest.mark.parametrize(
    "table",
    [
        {"voice": {"snark": "sometimes"}},
        {"voice": {"person-first": {"autism": "both"}}},
        {"voice": {"emoji": -1}},
        {"terms": [{"prefer": "River", "kind": "hashtag"}]},
        {"terms": [{"avoid": ["x"]}]},
    ],
)
def test_a_wrong_voice_is_refused(table: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        parse_config(table)


def test_the_default_allows_snark_and_push() -> None:
    voice = Config().voice
    assert (voice.snark, voice.humour, voice.push) == ("allow", "allow", "allow")
