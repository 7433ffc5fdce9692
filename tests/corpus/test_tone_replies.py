"""Replies, plain language and channels of the tone family on postguard's own corpus."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from postguard import Draft, Linter, Severity

FOLDER = Path(__file__).parent / "tone"
FIELDS = ("text", "kind", "channel", "audience", "in_reply_to")
LARGEST_SHARE_OF_ERRORS = 0.03


def _records(pattern: str, label: str) -> list[dict[str, Any]]:
    lines = [line for path in sorted(FOLDER.glob(pattern)) for line in path.read_text("utf-8").splitlines()]
    return [record for record in map(json.loads, filter(None, lines)) if record["label"] == label]


@cache
def _linter() -> Linter:
    return Linter(select=("TON4", "TON5", "TON6", "TON7"))


def _draft(record: dict[str, Any]) -> Draft:
    return Draft(**{field: record[field] for field in FIELDS if record.get(field)})


def _wrong(records: list[dict[str, Any]], flagged: bool) -> list[str]:
    wrong = []
    for record in records:
        report = _linter().check(_draft(record))
        assert not report.errors
        if "code" in record:
            found = any(finding.code == record["code"] for finding in report.findings)
        else:
            found = bool(report.at_least(Severity.WARNING))
        if found != flagged:
            wrong.append(record["id"])
    return wrong


@pytest.mark.parametrize(("label", "least"), [("flag", 90), ("pass", 130)])
def test_is_large_enough(label: str, least: int) -> None:
    assert len(_records("replies*.jsonl", label)) >= least


@pytest.mark.parametrize("label", ["flag", "pass"])
@pytest.mark.parametrize("pattern", ["replies*.jsonl", "plain.jsonl", "channels.jsonl"])
def test_few_errors(pattern: str, label: str) -> None:
    records = _records(pattern, label)
    wrong = _wrong(records, flagged=label == "flag")
    assert len(wrong) <= LARGEST_SHARE_OF_ERRORS * len(records), wrong
