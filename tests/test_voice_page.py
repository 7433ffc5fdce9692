"""docs/voice.md is true: every example of it gives the finding, or the words, that the page says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from postguard import Draft, Linter
from postguard.policy.config import Config, parse_config
from postguard.policy.wording import conditions
from postguard.report.fixing import applied, fixes

PAGE = (Path(__file__).parents[1] / "docs" / "voice.md").read_text(encoding="utf-8")
PIECE = re.compile(r"```toml\n(?P<config>.*?)```|^\| (?P<left>[^|`\n]+) \| (?P<right>[^|\n]+) \|$", re.M | re.S)
SHOWN = tuple(sorted(set(re.findall(r"TON\d{3}", PAGE))))


def _rows() -> Iterator[Any]:
    """Each row of a table of drafts under the configuration above it."""
    table, kind = "", ""
    for match in PIECE.finditer(PAGE):
        if match["config"] is not None:
            table = match["config"]
        elif match["left"] in ("draft", "before"):
            kind = match["left"]
        elif match["left"] in ("setting", "choice", "default"):
            kind = ""
        elif kind:
            yield pytest.param(kind, table, match["left"], match["right"], id=match["left"])


@pytest.mark.parametrize(("kind", "table", "left", "right"), list(_rows()))
def test_example(kind: str, table: str, left: str, right: str) -> None:
    linter = Linter(parse_config(tomllib.loads(table)), select=SHOWN if kind == "draft" else ("TON",), ignore=("TON8",))
    findings = linter.check(Draft(left)).findings
    if kind == "draft":
        assert {finding.code for finding in findings} == ({right} - {"none"})
    else:
        assert applied(left, fixes(left, findings)) == right


def test_there_are_examples() -> None:
    assert len(list(_rows())) > 40


def test_defaults_are_those_of_the_data() -> None:
    rows = dict(re.findall(r'^\| `"(identity|either|person)"`[^|]*\| ([a-z_, ]+) \|$', PAGE, re.M))
    said = {key: wording for wording, keys in rows.items() for key in keys.split(", ")}
    assert said == {key: condition.wording for key, condition in conditions().items()}


@pytest.mark.parametrize(
    ("setting", "value"),
    re.findall(r"^\| `(exclamations|emoji|sentence-words|reading-grade)` \| (\d+) \|", PAGE, re.M),
)
def test_thresholds_are_those_of_the_code(setting: str, value: str) -> None:
    assert getattr(Config().voice, setting.replace("-", "_")) == float(value)
