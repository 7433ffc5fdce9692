"""`postguard check --staged` as a program."""

import json
import os
import subprocess
import sys

import pytest

from .conftest import BAD, GOOD

HEAVY = {"pydantic", "spacy", "presidio_analyzer", "tree_sitter", "re2", "ahocorasick_rs", "rich", "typer", "numpy"}


def imported(scratch, *arguments):
    """The packages that a run imports, and its exit status."""
    done = scratch.run(sys.executable, "-X", "importtime", "-m", "postguard", *arguments)
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "postguard" in names
    return names, done.returncode


def test_nothing_staged_costs_nothing(scratch):
    scratch.write("a.md", BAD)
    scratch.stage("code.py", "print('no draft')\n")
    names, status = imported(scratch, "check", "--staged")
    assert status == 0
    assert not names & HEAVY


def test_the_look_at_imports_sees_them(scratch):
    scratch.stage("a.md", GOOD)
    names, _ = imported(scratch, "check", "--staged")
    assert {"pydantic", "typer"} <= names


def test_nothing_staged_says_nothing(scratch):
    for arguments in ((), ("--output-format", "concise", "--show-source")):
        done = scratch.postguard("check", "--staged", *arguments)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_staged_is_still_valid_json(scratch):
    done = scratch.postguard("check", "--staged", "--output-format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["files"] == []


def test_the_staged_text_is_judged(scratch):
    scratch.stage("bad.md", BAD)
    scratch.write("bad.md", GOOD)
    scratch.stage("good.md", GOOD)
    scratch.write("good.md", BAD)
    done = scratch.postguard("check", "--staged", "--output-format", "concise", "--select", "INC101")
    assert done.returncode == 1
    assert "bad.md:1:" in done.stdout
    assert "good.md" not in done.stdout


def test_from_a_sub_folder(scratch):
    scratch.stage("a.md", BAD)
    scratch.stage("posts/b c.md", BAD)
    done = scratch.postguard("check", "--staged", "--output-format", "jsonl", "--select", "INC101", folder="posts")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["path"] for record in records] == ["../a.md", "b c.md"]
    assert all(finding["code"] == "INC101" for record in records for finding in record["findings"])
    assert done.returncode == 1


def test_the_configuration_nearest_to_the_staged_file(scratch):
    scratch.write("strict/postguard.toml", '[lint]\nselect = ["INC101"]\n')
    scratch.write("loose/postguard.toml", '[lint]\nignore = ["INC101"]\n')
    for name in ("strict/a.md", "loose/a.md"):
        scratch.stage(name, BAD)
    done = scratch.postguard("check", "--staged", "--output-format", "jsonl")
    codes = {record["path"]: {finding["code"] for finding in record["findings"]}
             for record in map(json.loads, done.stdout.splitlines())}  # fmt: skip
    assert codes["strict/a.md"] == {"INC101"}
    assert "INC101" not in codes["loose/a.md"]


def test_what_cannot_be_read_is_told_and_the_others_are_checked(scratch):
    scratch.stage("a.md", "café".encode("latin-1"))
    scratch.stage("b.md", BAD)
    done = scratch.postguard("check", "--staged", "--output-format", "jsonl", "--select", "INC101")
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["errors"][0]["kind"] == "not-utf8"
    assert second["findings"][0]["code"] == "INC101"
    assert "a.md" in done.stderr
    assert done.returncode == 3


def test_options_count_for_staged_drafts(scratch):
    scratch.stage("a.md", BAD)
    assert scratch.postguard("check", "--staged", "--exit-zero").returncode == 0
    assert scratch.postguard("check", "--staged", "--fail-on", "never").returncode == 0


@pytest.mark.parametrize("arguments", [("a.md",), ("-",), ("--input-format", "jsonl")])
def test_what_does_not_go_with_it(scratch, arguments):
    done = scratch.postguard("check", "--staged", *arguments)
    assert done.returncode == 2
    assert "--staged" in done.stderr


def test_outside_a_repository(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "postguard", "check", "--staged"], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "not a git repository" in done.stderr


def test_a_broken_index_is_never_passed_as_clean(scratch):
    scratch.stage("a.md", GOOD)
    (scratch.path / ".git/index").write_bytes(b"rubbish")
    assert scratch.postguard("check", "--staged").returncode in (2, 3)


@pytest.mark.skipif(os.name == "nt", reason="such names are not possible there")
def test_odd_names_break_no_line_of_the_report(scratch):
    scratch.stage("a\nb.md", BAD)
    done = scratch.postguard("check", "--staged", "--output-format", "jsonl", "--select", "INC101")
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["a\nb.md"]
