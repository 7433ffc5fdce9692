"""The labelled posts and replies on care, identifiers and stories: at most 3 % errors either way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from postguard import Draft, Linter, Severity

FOLDER = Path(__file__).parent / "phi"
FILES = ("replies", "stories", "identifiers", "mixed", "mixed-more")
LINTER = Linter(select=("phi",))


def _records(label: str) -> list[dict[str, Any]]:
    lines = [line for name in FILES for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [record for record in map(json.loads, lines) if record["label"] == label]


def _is_flagged(record: dict[str, Any]) -> bool:
    draft = Draft(record["text"], kind=record.get("kind"), in_reply_to=record.get("in_reply_to"))
    return bool(LINTER.check(draft).at_least(Severity.WARNING))


@pytest.mark.parametrize("label", ["flag", "pass"])
def test_errors_stay_rare(label: str) -> None:
    records = _records(label)
    wrong = [record["id"] for record in records if _is_flagged(record) != (label == "flag")]
    assert len(records) >= 150
    assert len(wrong) <= 0.03 * len(records), wrong
