"""The hook under the real pre-commit program, without the network."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest
import yaml

from postguard.draft.source import ENDINGS
from postguard.integrations import hook
from postguard.integrations.git import find_repository

from .conftest import BAD, GOOD, POSTGUARD

PROJECT = Path(__file__).parents[2]
MANIFEST = PROJECT / ".pre-commit-hooks.yaml"
PRE_COMMIT = (sys.executable, "-m", "pre_commit")


@pytest.fixture
def framed(scratch, tmp_path, monkeypatch):
    """A repository whose hooks are kept by pre-commit, with postguard as a local hook."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "cache"))
    local = {
        "id": "postguard",
        "name": "postguard",
        "entry": shlex.join((*POSTGUARD, "check", "--select", "INC101")),
        "language": "system",
        "types_or": ["markdown", "html", "plain-text"],
        "require_serial": True,
    }
    configure(scratch, {"repo": "local", "hooks": [local]})
    return scratch


def configure(scratch, source):
    scratch.stage(".pre-commit-config.yaml", yaml.safe_dump({"repos": [source]}))
    done = scratch.run(*PRE_COMMIT, "install")
    assert done.returncode == 0, done.stdout + done.stderr


def commit(scratch):
    return scratch.run("git", "commit", "-m", "x")


def test_passes_and_stops(framed):
    framed.stage("a.md", GOOD)
    done = commit(framed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout + done.stderr
    framed.stage("b.md", BAD)
    done = commit(framed)
    assert done.returncode == 1
    assert "INC101" in done.stdout + done.stderr
    assert "$50" not in done.stdout + done.stderr


def test_unstaged_changes_are_put_aside(framed):
    framed.stage("a.md", BAD)
    framed.write("a.md", GOOD)
    assert commit(framed).returncode == 1
    assert (framed.path / "a.md").read_text() == GOOD
    framed.stage("a.md", GOOD)
    framed.write("a.md", BAD)
    assert commit(framed).returncode == 0
    assert (framed.path / "a.md").read_text() == BAD


def test_the_system_hook_of_the_manifest(framed, tmp_path, monkeypatch):
    tool = type(framed)(tmp_path / "tool")
    tool.git("init", "-q")
    tool.commit(".pre-commit-hooks.yaml", MANIFEST.read_bytes())
    revision = tool.git("rev-parse", "HEAD").strip()
    program = tool.hook(f'#!/bin/sh\nexec {shlex.join(POSTGUARD)} "$@"\n', "postguard", "bin")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    hooks = [{"id": "postguard-system", "args": ["--select", "INC101"]}]
    configure(framed, {"repo": str(tool.path), "rev": revision, "hooks": hooks})
    framed.stage("a.html", f"<p>{GOOD}</p>")
    framed.stage(".github/b.md", BAD)
    framed.stage("LICENSE", BAD)
    done = commit(framed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout + done.stderr
    for name in ("posts/a b.html", "c.TXT", "d.markdown"):
        framed.stage(name, BAD)
    done = commit(framed)
    assert done.returncode == 1
    assert {name for name in ("a b.html", "c.TXT", "d.markdown") if f"{name}:1:" in done.stdout + done.stderr} == {
        "a b.html",
        "c.TXT",
        "d.markdown",
    }


def test_postguard_s_hook_over_the_framework(framed):
    repository = find_repository(framed.path)
    hook.install(repository)
    framed.stage("a.md", BAD)
    done = commit(framed)
    assert done.returncode == 1
    assert "Failed" in done.stdout + done.stderr  # the framework ran first
    framed.stage("a.md", GOOD)
    assert commit(framed).returncode == 0
    hook.uninstall(repository)
    assert "pre-commit.com" in (framed.path / ".git/hooks/pre-commit").read_text()


def test_the_framework_over_postguard_s_hook(framed):
    repository = find_repository(framed.path)
    theirs = framed.path / ".git/hooks/pre-commit"
    theirs.unlink()
    hook.install(repository)
    framed.run(*PRE_COMMIT, "install")
    now = hook.standing(repository)
    assert (now.place, now.other) == (theirs.with_name("pre-commit.legacy"), theirs)
    assert hook.install(repository) == now  # a second hook would call itself without end
    framed.stage("code.py", "")
    assert commit(framed).returncode == 0
    framed.stage("a.md", BAD)
    assert commit(framed).returncode == 1
    hook.uninstall(repository)
    assert hook.standing(repository).place is None
    assert theirs.exists()


@pytest.mark.parametrize("entry", yaml.safe_load(MANIFEST.read_text()), ids=lambda entry: entry["id"])
def test_the_manifest_takes_the_drafts_of_a_folder(entry):
    wanted, unwanted = re.compile(entry["files"]), re.compile(entry["exclude"])
    for ending in ENDINGS:
        assert wanted.search(f"a/b{ending}") and wanted.search(f"a/b{ending.upper()}")
        assert not unwanted.search(f"a/b.c{ending}")
        assert unwanted.search(f".a/b{ending}") and unwanted.search(f"a/.b{ending}")
        assert unwanted.search(f"node_modules/b{ending}") and unwanted.search(f"a/__pycache__/b{ending}")
    assert not wanted.search("a.md.bak") and not wanted.search("amd")
    assert entry["require_serial"] and entry["pass_filenames"]


@pytest.mark.parametrize(
    ("kind", "name"), [("manifest", ".pre-commit-hooks.yaml"), ("config", ".pre-commit-config.yaml")]
)
def test_pre_commit_accepts_the_files(scratch, kind, name):
    assert scratch.run(*PRE_COMMIT, f"validate-{kind}", str(PROJECT / name)).returncode == 0


def test_the_project_s_own_hooks_download_nothing():
    for source in yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text())["repos"]:
        assert source["repo"] == "local"
        assert {entry["language"] for entry in source["hooks"]} == {"system"}
