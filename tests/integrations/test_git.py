import os
import subprocess
import sys
from pathlib import Path

import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import find_drafts
from postguard.errors import UncheckedError, UsageError
from postguard.integrations import git
from postguard.report.finding import Report

from .conftest import GOOD


def staged(scratch, folder="", **options):
    return list(git.staged_drafts(git.find_repository(scratch.path / folder), **options))


def texts(scratch, folder=""):
    return {item.path: item.text for item in staged(scratch, folder)}


def problems(items):
    return {item.path: item.errors[0].kind for item in items if isinstance(item, Report)}


def test_the_index_counts_not_the_working_tree(scratch):
    scratch.stage("a.md", "staged\n")
    scratch.write("a.md", "changed since\n")
    scratch.stage("gone.md", "staged, then deleted\n").unlink()
    scratch.write("b.md", "never staged\n")
    assert texts(scratch) == {"a.md": "staged\n", "gone.md": "staged, then deleted\n"}


def test_what_changed_since_the_last_commit(scratch):
    for name in ("same.md", "edit.md", "move.md", "drop.md", "mode.md"):
        scratch.commit(name, f"text of {name}\n")
    scratch.git("mv", "move.md", "moved.md")
    scratch.git("rm", "-q", "drop.md")
    scratch.stage("edit.md", "edited\n")
    scratch.stage("new.html", "<p>new</p>")
    scratch.git("update-index", "--chmod=+x", "mode.md")
    found = texts(scratch)
    assert found.keys() == {"edit.md", "moved.md", "new.html", "mode.md"}
    assert found["edit.md"] == "edited\n"
    assert found["moved.md"] == "text of move.md\n"


def test_the_first_commit(scratch):
    assert staged(scratch) == []
    scratch.stage("a.txt", GOOD)
    assert texts(scratch) == {"a.txt": GOOD}


@pytest.mark.parametrize(
    "setting",
    [
        "diff.relative=true",
        "diff.noprefix=true",
        "diff.mnemonicPrefix=true",
        "diff.renames=copies",
        "diff.submodule=log",
        "diff.external=/bin/false",
        "color.ui=always",
        "core.quotePath=true",
    ],
)
def test_the_user_s_settings_change_nothing(scratch, setting):
    scratch.commit("old ö.md", GOOD)
    scratch.git("mv", "old ö.md", "new ö.md")
    scratch.stage("sub/b.md", GOOD)
    scratch.git("config", *setting.split("="))
    assert texts(scratch, "sub") == {"../new ö.md": GOOD, "b.md": GOOD}


def test_a_repository_with_long_object_names(tmp_path, scratch):
    long = type(scratch)(tmp_path / "long")
    long.git("init", "-q", "--object-format=sha256")
    long.stage("a.md", GOOD)
    assert texts(long) == {"a.md": GOOD}


@pytest.mark.parametrize(
    "name",
    [
        "two words.md",
        " lead and trail .md",
        "línea-😀.md",
        "line\nbreak.md",
        "tab\t\"quote'$(x).md",
        "-dash.md",
        ":(top)magic*.md",
        "100644 blob.md",
        "sub folder/ö.md",
    ],
)
def test_any_name(scratch, name):
    scratch.git("config", "core.precomposeUnicode", "false")
    scratch.write(name, GOOD)
    scratch.git("add", "-A")
    scratch.stage("plain.md", "plain\n")
    assert texts(scratch) == {name: GOOD, "plain.md": "plain\n"}


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes only on Linux")
def test_a_name_that_is_no_utf8_can_be_shown(scratch):
    Path(os.fsdecode(os.fsencode(scratch.path) + b"/caf\xe9.md")).write_text(GOOD)
    scratch.git("add", "-A")
    assert texts(scratch) == {r"caf\xe9.md": GOOD}


def test_links_and_submodules_are_no_drafts(scratch):
    scratch.write("target", GOOD)
    (scratch.path / "link.md").symlink_to("target")
    inner = type(scratch)(scratch.path / "module.md")
    inner.git("init", "-q")
    inner.commit("x.md", GOOD)
    scratch.git("add", "link.md", "module.md")
    assert "160000" in scratch.git("ls-files", "-s") and "120000" in scratch.git("ls-files", "-s")
    assert staged(scratch) == []


def test_a_link_that_becomes_a_file(scratch):
    (scratch.path / "a.md").symlink_to("elsewhere")
    scratch.git("add", "a.md")
    scratch.git("commit", "-q", "-m", "x")
    (scratch.path / "a.md").unlink()
    scratch.stage("a.md", GOOD)
    assert texts(scratch) == {"a.md": GOOD}


def test_the_same_files_as_in_a_folder(scratch):
    drafts = ("a.md", "B.MD", "c.markdown", "d.txt", "e.html", "f.htm", "x/y/n.md")
    others = ("g.mdx", "h.py", "md", "i.md.bak", ".hidden.md", ".github/j.md", "x/.y/k.md", "node_modules/l.md")
    for name in (*drafts, *others, "x/__pycache__/m.md"):
        scratch.stage(name, GOOD)
    searched = {str(path.relative_to(scratch.path)) for path in find_drafts([scratch.path])}
    assert texts(scratch).keys() == searched == set(drafts)


def test_what_cannot_be_read_hides_no_other(scratch):
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
    for name, content in (
        ("a.md", "first\n"),
        ("binary.md", b"text\0text"),
        ("empty.md", b""),
        ("image.txt", b"\x89PNG\r\n\x1a\n"),
        ("large.md", "x" * 5000),
        ("latin.md", "café".encode("latin-1")),
        ("pointer.md", pointer),
        ("z.md", "last\n"),
    ):
        scratch.stage(name, content)
    items = staged(scratch, max_bytes=4000)
    assert problems(items) == {
        "binary.md": "binary",
        "empty.md": "empty",
        "image.txt": "binary",
        "large.md": "too-large",
        "latin.md": "not-utf8",
        "pointer.md": "lfs-pointer",
    }
    assert [item.text for item in items if isinstance(item, Draft)] == ["first\n", "last\n"]


def test_a_lost_object_is_an_error(scratch):
    scratch.stage("a.md", "lost\n")
    scratch.stage("b.md", "kept\n")
    blob = scratch.git("rev-parse", ":a.md").strip()
    (scratch.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    items = staged(scratch)
    assert problems(items) == {"a.md": "git"}
    assert items[1].text == "kept\n"


def test_an_open_conflict_is_an_error(scratch):
    scratch.commit("a.md", "one\n")
    scratch.git("checkout", "-q", "-b", "other")
    scratch.commit("a.md", "two\n")
    scratch.git("checkout", "-q", "main")
    scratch.commit("a.md", "three\n")
    scratch.git("merge", "other", status=1)
    assert problems(staged(scratch)) == {"a.md": "unmerged"}


def test_a_promise_to_add_is_not_staged(scratch):
    scratch.write("a.md", GOOD)
    scratch.git("add", "-N", "a.md")
    assert staged(scratch) == []


def test_line_ends_and_mark_stay(scratch):
    scratch.git("config", "core.autocrlf", "false")
    scratch.stage("a.md", b"\xef\xbb\xbfone\r\ntwo\r\n")
    assert texts(scratch) == {"a.md": "\ufeffone\r\ntwo\r\n"}


def test_paths_are_shown_from_the_folder(scratch):
    scratch.stage("a.md", GOOD)
    scratch.stage("posts/may/b.md", GOOD)
    assert texts(scratch, "posts").keys() == {"../a.md", "may/b.md"}


def test_a_worktree_has_an_index_of_its_own(scratch, tmp_path):
    scratch.commit("a.md", GOOD)
    scratch.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "second")
    tree = type(scratch)(tmp_path / "tree")
    tree.stage("b.md", "in the tree\n")
    scratch.stage("c.md", "in the main folder\n")
    assert texts(tree) == {"b.md": "in the tree\n"}
    assert texts(scratch) == {"c.md": "in the main folder\n"}


def test_another_index(scratch, monkeypatch):
    scratch.stage("a.md", GOOD)
    monkeypatch.setenv("GIT_INDEX_FILE", str(scratch.path / ".git/other"))
    scratch.git("read-tree", "--empty")
    scratch.stage("b.md", GOOD)
    assert texts(scratch).keys() == {"b.md"}


@pytest.fixture
def started(monkeypatch):
    """The processes that are started from now on."""
    processes = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *arguments, **options):
            processes.append(self)
            super().__init__(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    return processes


def test_many_drafts_are_read_by_two_processes_of_git(scratch, started):
    for number in range(50):
        scratch.write(f"{number}.md", f"{number}\n" * 5000)
    scratch.git("add", "-A")
    started.clear()
    drafts = git.staged_drafts(git.Repository(scratch.path, scratch.path))
    assert {item.path: item.text for item in drafts if isinstance(item, Draft)} == {
        f"{number}.md": f"{number}\n" * 5000 for number in range(50)
    }
    assert len(started) == 2


def test_a_reader_who_stops_leaves_no_process(scratch, started):
    for number in range(5):
        scratch.stage(f"{number}.md", "x" * 300_000)
    drafts = git.staged_drafts(git.find_repository(scratch.path))
    next(drafts)
    assert started[-1].returncode is None
    drafts.close()
    assert started[-1].returncode is not None


def test_outside_a_repository(tmp_path):
    with pytest.raises(UsageError, match="not a git repository"):
        git.find_repository(tmp_path)


def test_without_a_working_tree(tmp_path):
    bare = tmp_path / "bare"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    with pytest.raises(UsageError, match="work tree"):
        git.find_repository(bare)


def test_without_git(scratch, monkeypatch):
    monkeypatch.setenv("PATH", str(scratch.path))
    with pytest.raises(UsageError, match="installed"):
        git.find_repository(scratch.path)


def test_a_broken_index_is_never_passed_as_clean(scratch):
    scratch.stage("a.md", GOOD)
    (scratch.path / ".git/index").write_bytes(b"rubbish")
    with pytest.raises(UncheckedError):
        staged(scratch)
