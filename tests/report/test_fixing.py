from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard import Draft, Linter
from postguard.draft.span import Span
from postguard.errors import UncheckedError
from postguard.policy.config import parse_config
from postguard.report.fixing import MASK, Fix, applied, diff, fix_file, fixes

LINTER = Linter(select=("TON519",))
HOUSE = Linter(
    parse_config(
        {
            "terms": [
                {"prefer": "Northside Clinic", "avoid": ["NS Clinic"]},
                {"prefer": "MyChart", "kind": "trademark"},
                {"prefer": "event", "avoid": ["meetup"]},
                {"prefer": "gathering", "avoid": ["assembly"]},
            ]
        }
    ),
    select=("TON701", "TON702"),
)


def fixed(text: str, linter: Linter = LINTER, style: str = "text") -> str:
    report = linter.check(Draft(text, input_format=style))
    assert not report.errors
    return applied(text, fixes(text, report.findings))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Arrive early in order to park.", "Arrive early to park."),
        ("In order to park, come early.", "To park, come early."),
        ("COME PRIOR TO NOON", "COME BEFORE NOON"),
        ("We utilize  two spaces.\r\nPrior to noon\r\n", "We use  two spaces.\r\nBefore noon\r\n"),
        ("\ufeffPlease fast prior to the test. 💉", "\ufeffPlease fast before the test. 💉"),
        ("Nothing to mend here.", "Nothing to mend here."),
    ],
)
def test_words_are_replaced_and_keep_their_capitals(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Come to NS Clinic.", "Come to Northside Clinic."),
        ("Log in to MYCHART or mychart.", "Log in to MyChart or MyChart."),
        ("Join a meetup.", "Join an event."),
        ("An assembly for all. A meetup too.", "A gathering for all. An event too."),
    ],
)
def test_own_terms_keep_their_own_capitals_and_the_article_follows(before: str, after: str) -> None:
    assert fixed(before, HOUSE) == after


@pytest.mark.parametrize(
    "text",
    [
        "Come in *order* to park.",
        "Come in\norder to park.",
        "<p>Come in <b>order</b> to park.</p>",
        "in&nbsp;order to park",
    ],
)
def test_words_with_markup_between_them_are_left(text: str) -> None:
    style = "html" if "<" in text or "&" in text else "markdown"
    assert fixed(text, style=style) == text


def test_quoted_and_suppressed_words_are_left() -> None:
    quoted = "The form says “in order to park”."
    assert fixed(quoted) == quoted
    told = "<!-- postguard: ignore[TON519] the form's own words -->\nIn order to park, come early.\n"
    assert fixed(told, style="markdown") == told


def test_a_mended_text_needs_no_more_mending() -> None:
    text = "Prior to noon, utilize the door in order to park."
    once = fixed(text)
    assert once == "Before noon, use the door to park."
    assert fixed(once) == once


def test_phi_is_never_mended() -> None:
    linter = Linter(parse_config({"terms": [{"prefer": "a guest", "avoid": ["John Millerton"]}]}))
    text = "Thank you John Millerton for choosing us for your knee surgery. MRN 48291734."
    report = linter.check(Draft(text, kind="reply"))
    codes = {finding.category for finding in report.findings}
    assert {"phi", "tone"} <= codes
    assert any(finding.replacement for finding in report.findings)
    assert applied(text, fixes(text, report.findings)) == text


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["\n", "\r\n", "\r"]))
def test_outside_the_fixed_place_nothing_changes(before: str, after: str, end: str) -> None:
    text = f"{before}{end}{after}"
    chosen = (Fix(Span(len(before), len(before) + len(end)), "X"),)
    assert applied(text, chosen) == f"{before}X{after}"


def test_a_file_keeps_mark_line_ends_and_mode(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    before = b"\xef\xbb\xbf# Caf\xc3\xa9\r\n\r\nCome early in order to park.\r\nNo end"
    path.write_bytes(before)
    path.chmod(0o640)
    source = before.decode()
    chosen = fixes(source, LINTER.check(Draft(source, path=str(path))).findings)
    assert fix_file(path, source, chosen) == 1
    assert path.read_bytes() == before.replace(b"in order to", b"to")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [kept.name for kept in tmp_path.iterdir()] == ["post.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("Come in order to park.")
    link.symlink_to(real)
    source = real.read_text()
    assert fix_file(link, source, fixes(source, LINTER.check(source).findings)) == 1
    assert link.is_symlink()
    assert real.read_text() == "Come to park."


def test_a_file_that_changed_is_left(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_text("Something else by now.")
    with pytest.raises(UncheckedError, match="changed"):
        fix_file(path, "Come in order to park.", (Fix(Span(5, 16), "to"),))
    assert path.read_text() == "Something else by now."
    assert [kept.name for kept in tmp_path.iterdir()] == ["post.txt"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UncheckedError, match="cannot be written"):
        fix_file(tmp_path / "none.txt", "in order to", (Fix(Span(0, 11), "to"),))


def test_the_diff_masks_protected_places() -> None:
    text = "Jane came in order to park.\n"
    chosen = fixes(text, LINTER.check(text).findings)
    shown = diff(text, chosen, "post.txt", [Span(0, 4)])
    assert "Jane" not in shown
    assert f"-{MASK * 4} came in order to park.\n+{MASK * 4} came to park.\n" in shown
    assert diff(text, (), "post.txt") == ""
