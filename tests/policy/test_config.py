"""The configuration: where it is found, what it takes, what its errors say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postguard import UsageError
from postguard.policy.config import Config, find_config, parse_config, read_config


def test_nearest_file_upward_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "postguard.toml").touch()
    assert find_config(deep) == tmp_path / "postguard.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.postguard]\n")
    assert find_config(deep) == tmp_path / "a" / "pyproject.toml"
    (deep / "pyproject.toml").write_text("[project]\n")
    (deep / "post.md").touch()
    assert find_config(deep / "post.md") == tmp_path / "a" / "pyproject.toml"
    (deep / "postguard.toml").touch()
    assert find_config(deep / "post.md") == deep / "postguard.toml"


def test_rule_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "postguard.toml").write_text('[lint]\nrule-paths = ["own"]\n')
    assert read_config(tmp_path / "postguard.toml").lint.rule_paths == (str(tmp_path / "own"),)


def test_empty_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "postguard.toml").touch()
    assert read_config(tmp_path / "postguard.toml") == Config()


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ({"lint": {"selects": []}}, "lint.selects"),
        ({"lint": {"max-bytes": 0}}, "lint.max-bytes"),
        ({"lint": {"fail-on": "fatal"}}, "lint.fail-on"),
        ({"lint": {"severity": {"INC101": "fatal"}}}, "lint.severity.INC101"),
        ({"organization": {"kind": "zoo"}}, "organization.kind"),
        ({"organization": {"states": ["Florida"]}}, "organization.states"),
        ({"voice": {"snark": "yes"}}, "voice.snark"),
        ({"organisation": {}}, "organisation"),
    ],
)
def test_errors_name_the_field_and_not_the_value(table: dict[str, Any], field: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_config(table)
    assert field in str(error.value)
    assert not any(word in str(error.value) for word in ("'zoo'", "'fatal'", "Florida'"))


@pytest.mark.parametrize("content", [b"[lint", b"\xff\xfe"])
def test_unreadable_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "postguard.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"postguard\.toml"):
        read_config(tmp_path / "postguard.toml")


def test_self_pay_only_bills_no_program() -> None:
    config = parse_config({"organization": {"self-pay-only": True, "kind": "medspa", "states": ["fl"]}})
    facts = config.surroundings().facts
    assert facts["bills_federal_programs"] is False
    assert facts["kind.medspa"] is True
    assert facts["state.FL"] is True
