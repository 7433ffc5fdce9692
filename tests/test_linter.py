"""The Python API."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import postguard
from postguard import Draft, Finding, Linter, Report, Rule, Severity, Span, UsageError
from postguard.rules.loader import load

BOOK = load()
OFFER = "Refer a friend and get a $50 gift card at your next visit."
CLEAN = "Our new wing opens on Monday. Come and see it."


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(rulebook=BOOK)


def test_every_public_name_is_there() -> None:
    for name in postguard.__all__:
        assert getattr(postguard, name) is not None
    assert set(postguard.__all__) == set(dir(postguard))
    with pytest.raises(AttributeError):
        _ = postguard.nonsense


def test_a_finding_says_what_where_and_why(linter: Linter) -> None:
    report = linter.check(OFFER)
    assert isinstance(report, Report)
    finding = next(finding for finding in report.findings if finding.code == "INC101")
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.ERROR
    assert isinstance(finding.span, Span)
    assert 0 <= finding.span.start < finding.span.end <= len(OFFER)
    assert finding.message.startswith("Needs review")
    assert any(authority.open for authority in finding.authorities)
    assert OFFER[5:20] not in repr(finding)


def test_severities_compare_by_weight() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert max(Severity) is Severity.ERROR


def test_a_draft_brings_its_context(linter: Linter) -> None:
    report = linter.check(Draft("Calm down.", kind="reply", channel="google", id="x", path="reply.txt"))
    assert (report.id, report.path) == ("x", "reply.txt")
    assert "TON404" in {finding.code for finding in report.findings}
    assert "TON404" not in {finding.code for finding in linter.check("Calm down.").findings}


def test_an_unknown_kind_is_a_usage_error(linter: Linter) -> None:
    with pytest.raises(UsageError):
        linter.check(Draft(OFFER, kind="poem"))  # type: ignore[arg-type]


def test_from_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "postguard.toml").write_text('[lint]\nselect = ["INC101"]\n')
    assert [rule.code for rule in Linter.from_config(tmp_path / "postguard.toml").rules] == ["INC101"]
    monkeypatch.chdir(tmp_path)
    rules = Linter.from_config().rules
    assert [rule.code for rule in rules] == ["INC101"]
    assert isinstance(rules[0], Rule)
    with pytest.raises(UsageError):
        Linter.from_config(tmp_path / "none.toml")


def test_own_rule_files(tmp_path: Path) -> None:
    rule = next(path for path in (Path(__file__).parents[1] / "rules" / "incentive").glob("INC101-*.toml"))
    own = rule.read_text().replace('code = "INC101"', 'code = "INC999"')
    own = own.replace('name = "patient-referral-reward"', 'name = "own-rule"').replace("rule.INC101", "rule.INC999")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "INC999-own-rule.toml").write_text(own)
    (tmp_path / "postguard.toml").write_text('[lint]\nrule-paths = ["own"]\nselect = ["own-rule"]\n')
    assert [f.code for f in Linter.from_config(tmp_path / "postguard.toml").check(OFFER).findings] == ["INC999"]


def test_check_paths_is_an_iterator_that_hides_nothing(linter: Linter, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OFFER)
    (tmp_path / "b.md").write_bytes(b"\xff\xfe\0")
    (tmp_path / "c.md").write_text(CLEAN)
    (tmp_path / "barren").mkdir()
    reports = linter.check_paths([tmp_path, tmp_path / "barren", tmp_path / "gone.md"])
    assert isinstance(reports, Iterator)
    first, second, third, barren, fourth = reports
    assert (barren.path, barren.errors[0].kind) == (str(tmp_path / "barren"), "no-drafts")
    assert first.findings
    assert second.errors[0].kind == "not-utf8"
    assert not third.findings
    assert not third.errors
    assert fourth.errors[0].kind == "missing"


def test_check_drafts_keeps_the_order(linter: Linter) -> None:
    reports = list(linter.check_drafts(Draft(text, id=number) for number, text in enumerate((OFFER, CLEAN, OFFER))))
    assert [(report.id, bool(report.findings)) for report in reports] == [(0, True), (1, False), (2, True)]


def test_check_drafts_compares_replies_with_those_before_them() -> None:
    text = "Thank you for the note about the garden bench, the volunteers who built it are grinning."
    drafts = [
        Draft(text, kind="reply"),
        Draft(text, kind="post"),
        Draft(f"---\npostguard:\n  kind: reply\n---\n{text}"),
    ]
    linter = Linter(select=("TON417",))
    assert [len(report.findings) for report in linter.check_drafts(drafts)] == [0, 0, 1]
    assert [len(report.findings) for report in linter.check_drafts(drafts[:1])] == [0]


def test_a_draft_above_the_limit_is_an_error(tmp_path: Path) -> None:
    config = postguard.Config.model_validate({"lint": {"max-bytes": 10}})
    (error,) = Linter(config, rulebook=BOOK).check(OFFER).errors
    assert error.kind == "too-large"


def test_one_linter_serves_many_threads() -> None:
    linter = Linter(rulebook=load())  # fresh: what is built lazily is built under contention
    texts = [f"{OFFER} {'Come and see. ' * (number % 7)}{CLEAN}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(linter.check, texts))
    assert together == [linter.check(text) for text in texts]


def test_examine_reports_the_same(linter: Linter) -> None:
    for text in (OFFER, CLEAN, f"<!-- postguard: ignore[INC101] cleared -->\n{OFFER}"):
        draft = Draft(text, input_format="markdown")
        assert linter.examine(draft).report == linter.check(draft)
