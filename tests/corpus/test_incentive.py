"""The incentive family on postguard's own corpus: offers in the voice of social posts, and look-alikes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from postguard import Draft, Linter, Severity

FOLDER = Path(__file__).parent / "incentive"
FIELDS = ("text", "kind", "channel", "audience", "in_reply_to")
LARGEST_SHARE_OF_ERRORS = 0.03


def _records(label: str) -> list[dict[str, Any]]:
    lines = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [record for record in map(json.loads, filter(None, lines)) if record["label"] == label]


@cache
def _linter() -> Linter:
    return Linter(select=("incentive",))


def _is_flagged(record: dict[str, Any]) -> bool:
    draft = Draft(**{field: record[field] for field in FIELDS if record.get(field)})
    return bool(_linter().check(draft).at_least(Severity.WARNING))


@pytest.mark.parametrize("label", ["flag", "pass"])
def test_is_large_enough(label: str) -> None:
    assert len(_records(label)) >= 150


@pytest.mark.parametrize("label", ["flag", "pass"])
def test_few_errors(label: str) -> None:
    records = _records(label)
    wrong = [record["id"] for record in records if _is_flagged(record) != (label == "flag")]
    assert len(wrong) <= LARGEST_SHARE_OF_ERRORS * len(records), wrong
