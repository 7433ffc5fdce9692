"""The own corpus of wording, safety and claims: at most 3 % errors either way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postguard import Draft, Linter, Severity

FOLDER = Path(__file__).parents[1] / "corpus" / "tone"
FILES = ("people", "safety", "claims", "claims-shapes")
LIMIT = 0.03


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(select=("TON1", "TON2", "TON3"))


def _records(label: str) -> list[dict[str, str]]:
    lines = [line for name in FILES for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [record for record in map(json.loads, lines) if record["label"] == label]


def _is_flagged(linter: Linter, record: dict[str, str]) -> bool:
    draft = Draft(record["text"], kind=record.get("kind"), in_reply_to=record.get("in_reply_to"))  # type: ignore[arg-type]
    return bool(linter.check(draft).at_least(Severity.WARNING))


def test_few_misses(linter: Linter) -> None:
    wanted = _records("flag")
    missed = [record["id"] for record in wanted if not _is_flagged(linter, record)]
    assert len(wanted) >= 120
    assert len(missed) <= LIMIT * len(wanted), missed


def test_few_false_alarms(linter: Linter) -> None:
    harmless = _records("pass")
    alarms = [record["id"] for record in harmless if _is_flagged(linter, record)]
    assert len(harmless) >= 180
    assert len(alarms) <= LIMIT * len(harmless), alarms
