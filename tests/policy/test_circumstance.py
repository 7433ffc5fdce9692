from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from postguard import Draft, Finding, Linter
from postguard.errors import UsageError
from postguard.policy.circumstance import circumstances
from postguard.policy.config import parse_config
from postguard.rules.loader import load
from postguard.rules.rule import Rule
from tests.examples import draft_of

BOOK = load()
PHI = [rule for rule in BOOK.rules if rule.model.category == "phi"]


@cache
def _linter(code: str) -> Linter:
    return Linter(parse_config({}), select=(code,), rulebook=BOOK)


def _draft(rule: Rule) -> Draft:
    return replace(draft_of(rule.model.examples.flag[0]), published=False, permissions=())


def _findings(rule: Rule, draft: Draft) -> list[Finding]:
    return [finding for finding in _linter(rule.code).check(draft).findings if finding.code == rule.code]


@pytest.mark.parametrize("rule", PHI, ids=lambda rule: rule.code)
def test_published_means_the_privacy_officer(rule: Rule) -> None:
    for finding in _findings(rule, replace(_draft(rule), published=True)):
        assert "tell your privacy officer now" in finding.suggestion
        assert "do not just delete" in finding.suggestion
    for finding in _findings(rule, _draft(rule)):
        assert "privacy officer now" not in finding.suggestion + finding.message


@pytest.mark.parametrize("rule", PHI, ids=lambda rule: rule.code)
def test_an_authorization_is_for_stories_not_for_numbers_and_replies(rule: Rule) -> None:
    draft = _draft(rule)
    before, after = _findings(rule, draft), _findings(rule, replace(draft, permissions=("auth-2026-01",)))
    assert before
    assert len(after) == len(before)
    is_lowered = rule.code.startswith(("PHI1", "PHI3", "PHI5", "PHI702", "PHI703", "PHI706")) and draft.kind != "reply"
    for old, new in zip(before, after, strict=True):
        if is_lowered:
            assert new.severity.value == "info"
            assert "written authorization: check that it covers" in new.message
        else:
            assert (new.severity, new.message) == (old.severity, old.message)


def test_the_organisations_own_severity_stays() -> None:
    linter = Linter(parse_config({"lint": {"severity": {"PHI101": "error"}}}), select=("PHI101",), rulebook=BOOK)
    draft = Draft("Our patient Wei Zhang rang the bell today after chemo.", permissions=("auth-2026-01",))
    assert {finding.severity.value for finding in linter.check(draft).findings} == {"error"}


def test_no_file_adds_nothing(tmp_path: Path) -> None:
    assert circumstances(tmp_path).known == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[circumstance]]\nall = 1\nrules = ['PHI']\n", "all"),
        ("[[circumstance]]\nall = ['draft.published']\nrules = ['PHI']\nseverity = 'fatal'\n", "severity"),
        ("[[circumstance", "TOML"),
    ],
)
def test_malformed_data_says_where(tmp_path: Path, text: str, part: str) -> None:
    (tmp_path / "circumstances.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=part):
        circumstances(tmp_path)


@pytest.mark.parametrize(
    ("family", "kind", "text", "code"),
    [
        ("phi", "reply", "Remy would tell you it's the thyme. The kitchen won't give us the recipe either.", "PHI107"),
        ("phi", "reply", "So glad you came to the CPR class, Keith! The next one is open to all.", "PHI403"),
        ("tone", "reply", "Actually, it was our mistake: the sign said 5, the door was locked at 4. Sorry!", "TON414"),
        ("tone", "post", "Diabetics' feet: what the new study of 9,000 adults found", "TON101"),
        (
            "incentive",
            "post",
            "Bring a friend, bring a book, bring nothing at all: the quiet room at the library is open to anybody on "
            "Wednesdays at six, and there is coffee and a very old cat.",
            "INC291",
        ),
    ],
)
def test_what_the_second_reader_doubts_is_an_information(family: str, kind: str, text: str, code: str) -> None:
    draft = Draft(text, kind=kind, in_reply_to="Took the Saturday class with my brother" if kind == "reply" else None)  # type: ignore[arg-type]
    alone = {f.code: f for f in Linter(select=(family,), ignore=("second-reader",)).check(draft).findings}
    both = {f.code: f for f in Linter(select=(family,)).check(draft).findings}
    assert alone[code].severity.value != "info"
    assert both[code].severity.value == "info"
    assert "second reader" in both[code].message


@pytest.mark.parametrize(
    ("family", "text", "code"),
    [
        ("incentive", "Bring a friend, get $25", "INC101"),
        (
            "tone",
            "Good morning from the third floor. The elevator works again, the tulips are out, and Lena is back from "
            "leave. Stop making excuses and get your colonoscopy. Lunch is chili, and the gift shop has umbrellas.",
            "TON315",
        ),
        ("phi", "Our patient Otto Brandt, 61, rang the bell. The soup is good. The tulips are out.", "PHI101"),
        ("phi", "MRN 4471902. The soup is good. The tulips by the east entrance are out.", "PHI202"),
    ],
)
def test_short_offers_long_posts_names_and_numbers_are_not_doubted(family: str, text: str, code: str) -> None:
    found = {finding.code: finding.severity.value for finding in Linter(select=(family,)).check(Draft(text)).findings}
    assert found[code] != "info"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("Our patient Otto Brandt, 61, rang the bell after chemo.", {"error"}),
        ("Our patient Otto Brandt, 61, rang the bell after chemo. Otto is completely made up.", {"info"}),
        ("Our patient Otto Brandt (a made-up name), 61, rang the bell after chemo.", {"error"}),
    ],
)
def test_who_is_said_to_be_invented_is_an_information(text: str, severities: set[str]) -> None:
    findings = Linter(select=("PHI101",), rulebook=BOOK).check(Draft(text)).findings
    assert {finding.severity.value for finding in findings} == severities
    assert all(("invented" in finding.message) == (severities == {"info"}) for finding in findings)


def test_an_information_is_not_lowered_to_an_information() -> None:
    reply = Draft("That was our fault.", kind="reply", in_reply_to="rude desk")
    (finding,) = (f for f in Linter(select=("tone",)).check(reply).findings if f.code == "TON411")
    assert finding.severity.value == "info"
    assert "second reader" not in finding.message
