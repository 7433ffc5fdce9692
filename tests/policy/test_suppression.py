"""Suppression: what a directive silences, and what is said of one that does nothing."""

from __future__ import annotations

import pytest

from postguard import Draft, Linter, Report
from postguard.policy.config import parse_config
from postguard.rules.loader import load

BOOK = load()
OFFER = "Refer a friend and get a $50 gift card.\n"


def _check(text: str, *select: str, style: str = "markdown") -> Report:
    return Linter(select=select or ("INC101", "PGD"), rulebook=BOOK).check(Draft(text, input_format=style))


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.active]


def test_a_comment_silences_the_next_block_only() -> None:
    report = _check(f"<!-- postguard: ignore[INC101] cleared with counsel -->\n{OFFER}\nText between.\n\n{OFFER}")
    first, second = report.findings
    assert first.suppressed is not None
    assert (first.suppressed.by, first.suppressed.reason) == ("comment", "cleared with counsel")
    assert second.suppressed is None
    assert _codes(report) == ["INC101"]


def test_front_matter_silences_the_whole_draft() -> None:
    head = "---\npostguard:\n  ignore:\n    - {codes: [INC101], reason: cleared with counsel}\n---\n"
    report = _check(f"{head}{OFFER}\n{OFFER}")
    assert {finding.suppressed.by for finding in report.findings if finding.suppressed} == {"front-matter"}
    assert _codes(report) == []


def test_a_comment_on_the_only_line_is_still_a_comment() -> None:
    report = _check(OFFER.strip() + " <!-- postguard: ignore[INC101] cleared -->")
    assert [finding.suppressed.by for finding in report.findings if finding.suppressed] == ["comment"]


def test_without_a_reason_nothing_is_silenced() -> None:
    assert _codes(_check(f"<!-- postguard: ignore[INC101] -->\n{OFFER}")) == ["PGD003", "INC101"]


@pytest.mark.parametrize(
    ("directive", "codes"),
    [
        ("ignore[INC999] cleared", ["PGD002", "INC101"]),
        ("ignore cleared", ["PGD002", "INC101"]),
        ("skip this", ["PGD002", "INC101"]),
        ("ignore[INC101, INC999] cleared", ["PGD002"]),
        ("ignore[PGD001] cleared", ["PGD004", "INC101"]),
        ("ignore[PGD001, INC101] cleared", ["PGD004"]),
        ("ignore[inc101] cleared", []),
        ("ignore[patient-referral-reward] cleared", []),
    ],
)
def test_faults(directive: str, codes: list[str]) -> None:
    assert _codes(_check(f"<!-- postguard: {directive} -->\n{OFFER}")) == codes


def test_an_unused_code_is_named_and_pointed_at() -> None:
    text = f"<!-- postguard: ignore[INC101, INC401] cleared -->\n{OFFER}"
    report = _check(text, "INC", "PGD")
    (fault,) = [finding for finding in report.active if finding.code == "PGD001"]
    assert "INC401" in fault.message
    assert "INC101" not in fault.message
    assert text[fault.span.start : fault.span.end].startswith("<!--")


def test_a_rule_that_did_not_look_is_not_unused() -> None:
    text = "<!-- postguard: ignore[INC101] cleared -->\nOur new wing opens on Monday.\n"
    assert _codes(_check(text, "INC401", "PGD")) == []
    assert _codes(_check(text, "INC101", "PGD")) == ["PGD001"]
    assert _codes(_check(text, "PGD")) == ["PGD001"], "a selection of directives' rules asks about all the others"


def test_a_rule_that_the_configuration_leaves_out_is_not_unused() -> None:
    config = parse_config({"lint": {"ignore": ["INC101"]}})
    text = f"<!-- postguard: ignore[INC101] cleared -->\n{OFFER}"
    report = Linter(config, rulebook=BOOK).check(Draft(text, input_format="markdown"))
    assert "PGD001" not in _codes(report)


def test_faults_hold_no_words_of_the_directive() -> None:
    report = _check("<!-- postguard: ignore[123-45-6789] Maria Lopez -->\nWelcome.\n")
    assert _codes(report) == ["PGD002"]
    assert "6789" not in repr(report)
    assert "Maria" not in repr(report)


def test_suppressed_findings_do_not_count() -> None:
    from postguard import Severity

    report = _check(f"<!-- postguard: ignore[INC101] cleared -->\n{OFFER}")
    assert report.findings
    assert not report.at_least(Severity.INFO)
