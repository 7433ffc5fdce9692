"""What the user sees, in every format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from postguard import CheckError, Draft, Linter, Report, Severity
from postguard.report.finding import AuthorityStatus
from postguard.report.formats import FORMATS, make_format
from postguard.report.interface import Origin, Style
from postguard.report.redaction import Redacted
from postguard.report.tally import Tally

POST = """\
---
title: An amazing spring
---
# News 🦷

Maria Lopez (12-34) feels great. Refer her friends and get a gift card!

<!-- postguard: ignore[TON901] it is the fair's own name -->
Come to the Amazing Fair.

<!-- postguard: ignore[TON901] left over -->
Come again.
"""
STYLES = {"plain": Style(), "colour": Style(colour=True, width=72)}


def _shown(linter: Linter, name: str, style: Style, *, source: bool) -> str:
    seen = linter.examine(Draft(POST, path="post.md"))
    reports = [seen.report, Report("gone.md", errors=(CheckError("missing", "there is no such file"),))]
    shape = make_format(name, Origin("0.0.0", "0" * 64), style)
    tally = Tally()
    parts = [shape.begin()]
    for report in reports:
        tally.add(report, Severity.ERROR)
        parts.append(shape.report(report, Redacted(seen.source, seen.protected) if source else None))
    return "".join([*parts, shape.end(tally)])


@pytest.mark.parametrize("name", FORMATS)
def test_output(linter: Linter, snapshot: SnapshotAssertion, name: str) -> None:
    assert _shown(linter, name, Style(), source=False) == snapshot


@pytest.mark.parametrize("style", STYLES)
def test_text_with_source(linter: Linter, snapshot: SnapshotAssertion, style: str) -> None:
    assert _shown(linter, "text", STYLES[style], source=True) == snapshot


@pytest.mark.parametrize("name", FORMATS)
def test_no_words_of_the_draft(linter: Linter, name: str) -> None:
    shown = _shown(linter, name, Style(), source=False)
    for words in ("Maria", "12-34", "friends", "spring", "Come to"):
        assert words not in shown


def test_json_is_one_object_of_the_lines_of_jsonl(linter: Linter) -> None:
    whole = json.loads(_shown(linter, "json", Style(), source=False))
    lines = [json.loads(line) for line in _shown(linter, "jsonl", Style(), source=False).splitlines()]
    assert whole["files"] == lines
    assert (whole["schema_version"], whole["version"], whole["rules_digest"]) == (1, "0.0.0", "0" * 64)


def test_json_without_drafts_is_valid() -> None:
    shape = make_format("json", Origin("0", "0"), Style())
    assert json.loads(shape.begin() + shape.end(Tally()))["files"] == []


def test_colours_are_off_unless_asked_for(linter: Linter) -> None:
    for name in FORMATS:
        assert "\x1b" not in _shown(linter, name, Style(), source=True)
    assert "\x1b[" in _shown(linter, "text", STYLES["colour"], source=True)


def test_answered_law_is_told_apart(linter: Linter) -> None:
    report = linter.check("Refer a friend for a gift card.")
    law = (AuthorityStatus("LAW-1", "1 Law 1", True), AuthorityStatus("LAW-2", "2 Law 2", False, "word.carve_out"))
    finding = replace(report.findings[0], authorities=law)
    text = make_format("text", Origin("0", "0"), Style()).report(replace(report, findings=(finding,)), None)
    assert "law:      1 Law 1 (LAW-1)\n" in text
    assert "answered: LAW-2 by carve out\n" in text


def test_a_path_cannot_steer_the_terminal() -> None:
    report = Report("a\x1b[2J\u202eb.md", errors=(CheckError("missing", "there is no such file"),))
    for name in ("text", "concise"):
        shown = make_format(name, Origin("0", "0"), Style()).report(report, None)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
