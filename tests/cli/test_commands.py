"""`rules`, `explain` and `config`."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from postguard.policy.config import Config, parse_config
from postguard.policy.template import TEMPLATE
from postguard.rules.loader import RuleBook

from .conftest import OFFER, Run


def test_rules_lists_every_rule_on_a_line(run: Run, book: RuleBook) -> None:
    lines = run("rules").out.splitlines()
    assert len(lines) == len(book.rules)
    assert all(rule.code in line and rule.model.name in line for rule, line in zip(book.rules, lines, strict=True))


def test_rules_as_json(run: Run, book: RuleBook) -> None:
    listed = json.loads(run("rules", "--format", "json").out)
    assert [entry["code"] for entry in listed] == [rule.code for rule in book.rules]
    assert all(entry["authorities"] for entry in listed)


def test_rules_of_a_selection(run: Run) -> None:
    lines = run("rules", "--select", "PGD").out.splitlines()
    assert [line[:6] for line in lines] == ["PGD001", "PGD002", "PGD003", "PGD004"]


@pytest.mark.parametrize("name", ["INC101", "inc101", "patient-referral-reward"])
def test_explain_by_code_or_name(run: Run, name: str) -> None:
    done = run("explain", name)
    assert done.status == 0
    for words in ("INC101 patient-referral-reward", "Law and guidelines", "1320a-7b", "binds:", "verified", "Flags",
                  "Passes", "because:", "To clear it", "ignore[INC101]", "[lint.severity]"):  # fmt: skip
        assert words in done.out


def test_explain_works_for_every_rule(run: Run, book: RuleBook) -> None:
    for rule in book.rules:
        assert run("explain", rule.code).status == 0


def test_explain_says_that_a_rule_cannot_be_ignored(run: Run) -> None:
    assert "cannot be ignored" in run("explain", "PGD004").out


def test_explain_an_unknown_rule(run: Run) -> None:
    done = run("explain", "patient-refer-reward")
    assert done.status == 2
    assert "patient-referral-reward" in done.err
    assert run("explain", "incentive").status == 2


def test_init_writes_a_configuration_and_keeps_an_existing_one(run: Run, here: Path) -> None:
    assert run("config", "init").status == 0
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md").status == 1
    (here / "postguard.toml").write_text("# mine\n")
    assert run("config", "init").status == 2
    assert (here / "postguard.toml").read_text() == "# mine\n"


def test_every_line_of_the_template_is_valid_and_says_the_default() -> None:
    assert parse_config(tomllib.loads(TEMPLATE)) == Config()
    opened = "\n".join(
        line.removeprefix("# ") if " = " in line and line.startswith("# ") else line for line in TEMPLATE.splitlines()
    )
    config = parse_config(tomllib.loads(opened))
    assert config.voice == Config().voice
    assert config.second_reader == Config().second_reader
    assert config.lint.max_bytes == Config().lint.max_bytes
    assert config.organization.states == ("FL",)


def test_show_names_the_file_and_fills_in_defaults(run: Run, here: Path) -> None:
    (here / "postguard.toml").write_text('[organization]\nstates = ["fl"]\n')
    shown = json.loads(run("config", "show").out)
    assert shown["config_file"] == str(here / "postguard.toml")
    assert shown["organization"]["states"] == ["FL"]
    assert shown["lint"]["fail-on"] == "error"


def test_schema_describes_every_table(run: Run) -> None:
    schema = json.loads(run("config", "schema").out)
    assert {field.alias or name for name, field in Config.model_fields.items()} == set(schema["properties"])
    assert schema["additionalProperties"] is False
