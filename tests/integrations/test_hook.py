"""The git hook with real commits."""

import os
import shlex
import sys

import pytest

from postguard.errors import UsageError
from postguard.integrations import hook
from postguard.integrations.git import find_repository

from .conftest import BAD, GOOD

HOOK = ".git/hooks/pre-commit"
BEFORE = ".git/hooks/pre-commit.before-postguard"


def commit(scratch, *options, folder=""):
    return scratch.run("git", "commit", "-m", "x", *options, folder=folder)


def commits(scratch):
    return len(scratch.git("rev-list", "--all").split())


def standing(scratch):
    return hook.standing(find_repository(scratch.path))


def install(scratch, **options):
    return hook.install(find_repository(scratch.path), **options)


def uninstall(scratch):
    return hook.uninstall(find_repository(scratch.path))


@pytest.fixture
def hooked(scratch):
    install(scratch)
    return scratch


def test_a_clean_draft_is_committed(hooked):
    hooked.stage("a.md", GOOD)
    assert commit(hooked).returncode == 0
    assert commits(hooked) == 1


def test_a_bad_draft_is_stopped(hooked):
    hooked.stage("a.md", BAD)
    done = commit(hooked)
    assert done.returncode == 1
    assert "a.md:1:" in done.stdout + done.stderr
    assert "INC101" in done.stdout + done.stderr
    assert "$50" not in done.stdout + done.stderr
    assert commits(hooked) == 0


def test_what_cannot_be_read_is_stopped(hooked):
    hooked.stage("a.md", b"\xff\xfe\0")
    assert commit(hooked).returncode == 1
    assert commits(hooked) == 0


def test_no_verify_still_works(hooked):
    hooked.stage("a.md", BAD)
    assert commit(hooked, "--no-verify").returncode == 0


def test_staged_bad_and_mended_afterwards_is_stopped(hooked):
    hooked.stage("a.md", BAD)
    hooked.write("a.md", GOOD)
    assert commit(hooked).returncode == 1
    hooked.git("add", "a.md")
    assert commit(hooked).returncode == 0


def test_staged_good_and_spoiled_afterwards_is_committed(hooked):
    hooked.stage("a.md", GOOD)
    hooked.write("a.md", BAD)
    assert commit(hooked).returncode == 0
    assert commit(hooked, "-a").returncode == 1  # -a commits the working tree, through an index of its own


def test_a_commit_of_one_path_is_judged_by_that_path(hooked):
    for name in ("good.md", "bad.md"):
        hooked.commit(name, "Open today.\n")
    hooked.write("good.md", GOOD)
    hooked.stage("bad.md", BAD)
    assert commit(hooked, "--", "good.md").returncode == 0
    assert commit(hooked, "--", "bad.md").returncode == 1


def test_a_commit_from_a_sub_folder(hooked):
    hooked.stage("posts/a.md", BAD)
    assert commit(hooked, folder="posts").returncode == 1
    hooked.stage("posts/a.md", GOOD)
    assert commit(hooked, folder="posts").returncode == 0


def test_a_commit_in_a_worktree(hooked, tmp_path):
    hooked.commit("a.md", GOOD)
    hooked.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "second")
    tree = type(hooked)(tmp_path / "tree")
    tree.stage("b.md", BAD)
    assert commit(tree).returncode == 1
    assert standing(tree).place == hooked.path / HOOK
    assert not standing(tree).is_shared


def test_the_repository_s_own_code_is_never_run(hooked):
    for name in ("postguard", "typer", "json"):
        hooked.write(f"{name}/__init__.py", "open('run-by-the-hook', 'w')\nraise SystemExit(0)\n")
    hooked.stage("a.md", BAD)
    assert commit(hooked).returncode == 1
    assert not (hooked.path / "run-by-the-hook").exists()


def test_the_hook_names_this_postguard_and_runs(hooked):
    file = hooked.path / HOOK
    assert os.access(file, os.X_OK)
    assert file.read_text().startswith("#!/bin/sh\n")
    assert shlex.quote(sys.executable) in file.read_text()
    assert hooked.run("sh", "-n", str(file)).returncode == 0


def test_a_place_with_odd_letters(scratch, tmp_path):
    python = tmp_path / 'it\'s a "$HOME" `x`' / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$0" "$@"\n')
    python.chmod(0o755)
    done = scratch.run(str(scratch.hook(hook.script(str(python)))))
    assert done.stdout.splitlines()[-1] == f"{python} -P -m postguard check --staged"


def test_postguard_on_the_path_stands_in(scratch, tmp_path, monkeypatch):
    program = type(scratch)(tmp_path).hook("#!/bin/sh\necho stand-in $*\n", "postguard", "bin")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    done = scratch.run(str(scratch.hook(hook.script("/nowhere/python"))))
    assert (done.returncode, done.stdout) == (0, "stand-in check --staged\n")


def test_without_any_postguard_the_commit_is_stopped(scratch, monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    scratch.hook(hook.script("/nowhere/python"))
    scratch.stage("a.md", GOOD)
    done = commit(scratch)
    assert done.returncode != 0
    assert "not checked" in done.stderr


def test_twice_is_once(hooked):
    text = (hooked.path / HOOK).read_bytes()
    done = hooked.postguard("hook", "install")
    assert (done.returncode, "already installed" in done.stdout) == (0, True)
    assert (hooked.path / HOOK).read_bytes() == text
    assert not (hooked.path / BEFORE).exists()
    assert not list((hooked.path / ".git/hooks").glob(".pre-commit*"))


def test_a_hook_for_another_postguard_is_renewed(scratch):
    scratch.hook(hook.script("/nowhere/python"))
    assert not standing(scratch).is_current
    assert "updated" in scratch.postguard("hook", "install").stdout
    assert standing(scratch).is_current
    (scratch.path / HOOK).chmod(0o644)  # git passes over it
    assert not standing(scratch).is_current
    assert install(scratch).is_current


@pytest.mark.parametrize("status", [0, 1, 7])
def test_an_earlier_hook_runs_first_and_its_status_counts(scratch, status):
    scratch.hook(f'#!/bin/sh\necho "earlier in $PWD with $#" >> log\nexit {status}\n')
    install(scratch)
    scratch.stage("code.py", "")
    scratch.git("commit", "-q", "-m", "x", status=1 if status else 0)
    assert (scratch.path / "log").read_text() == f"earlier in {scratch.path} with 0\n"
    assert scratch.run(str(scratch.path / HOOK)).returncode == status


def test_an_earlier_hook_that_passes_lets_no_bad_draft_through(scratch):
    scratch.hook("#!/bin/sh\nexit 0\n")
    install(scratch)
    scratch.stage("a.md", BAD)
    assert commit(scratch).returncode == 1


def test_an_earlier_hook_may_change_what_is_staged(scratch):
    scratch.hook("#!/bin/sh\necho 'Open today.' > a.md\ngit add a.md\n")
    install(scratch)
    scratch.stage("a.md", BAD)
    assert commit(scratch).returncode == 0
    assert scratch.git("show", "HEAD:a.md") == "Open today.\n"


def test_an_earlier_hook_that_git_passed_over_stays_so(scratch):
    scratch.hook("#!/bin/sh\nexit 1\n").chmod(0o644)
    install(scratch)
    scratch.stage("code.py", "")
    assert commit(scratch).returncode == 0


@pytest.mark.parametrize("mode", [0o755, 0o644])
def test_taking_it_away_puts_the_earlier_hook_back(scratch, mode):
    earlier = scratch.hook("#!/bin/sh\nexit 0\n")
    earlier.chmod(mode)
    install(scratch)
    done = scratch.postguard("hook", "install", "--uninstall")
    assert (done.returncode, "earlier hook put back" in done.stdout) == (0, True)
    assert earlier.read_text() == "#!/bin/sh\nexit 0\n"
    assert earlier.stat().st_mode & 0o777 == mode
    assert not (scratch.path / BEFORE).exists()


def test_taking_it_away_leaves_nothing_behind(hooked):
    uninstall(hooked)
    assert not (hooked.path / HOOK).exists()
    hooked.stage("a.md", BAD)
    assert commit(hooked).returncode == 0


def test_taking_away_what_is_not_there_touches_no_other_hook(scratch):
    other = scratch.hook("#!/bin/sh\nexit 0\n")
    done = scratch.postguard("hook", "install", "--uninstall")
    assert (done.returncode, "not installed" in done.stdout) == (0, True)
    assert other.read_text() == "#!/bin/sh\nexit 0\n"


def test_a_linked_hook_is_kept_as_a_link(scratch):
    scratch.write("tools/hook.sh", "#!/bin/sh\necho linked >> log\n").chmod(0o755)
    link = scratch.path / HOOK
    link.unlink(missing_ok=True)
    link.symlink_to("../../tools/hook.sh")
    install(scratch)
    scratch.stage("code.py", "")
    assert commit(scratch).returncode == 0
    assert (scratch.path / "log").read_text() == "linked\n"
    assert (scratch.path / "tools/hook.sh").read_text() == "#!/bin/sh\necho linked >> log\n"
    uninstall(scratch)
    assert link.readlink().name == "hook.sh"


def test_two_earlier_hooks_are_not_mixed_up(scratch):
    scratch.hook("#!/bin/sh\n# set aside long ago\n", "pre-commit.before-postguard")
    scratch.hook("#!/bin/sh\n# of today\n")
    done = scratch.postguard("hook", "install")
    assert done.returncode == 2
    assert "pre-commit.before-postguard" in done.stderr
    assert "of today" in (scratch.path / HOOK).read_text()
    assert "long ago" in (scratch.path / BEFORE).read_text()
    assert scratch.postguard("hook", "install", "--force").returncode == 0
    assert "of today" in (scratch.path / BEFORE).read_text()


def test_hooks_path_in_the_repository(scratch):
    folder = "sub/hooks"
    scratch.git("config", "core.hooksPath", folder)
    scratch.write("sub/x", "")
    assert scratch.postguard("hook", "install", folder="sub").returncode == 0
    assert (scratch.path / folder / "pre-commit").exists()
    assert not (scratch.path / HOOK).exists()
    scratch.stage("a.md", BAD)
    assert commit(scratch, folder="sub").returncode == 1
    assert not standing(scratch).is_shared


def test_hooks_path_of_other_repositories_too(scratch, tmp_path):
    scratch.git("config", "core.hooksPath", str(tmp_path / "shared hooks"))
    done = scratch.postguard("hook", "install")
    assert "other repositories" in done.stdout
    scratch.stage("a.md", BAD)
    assert commit(scratch).returncode == 1


def test_a_hook_manager_keeps_its_folder(scratch):
    scratch.git("config", "core.hooksPath", ".husky/_")
    manager = scratch.hook("#!/bin/sh\n", folder=".husky/_")
    with pytest.raises(UsageError, match="husky"):
        install(scratch)
    assert manager.read_text() == "#!/bin/sh\n"
    assert install(scratch, force=True).place == manager


def test_hooks_switched_off(scratch):
    scratch.git("config", "core.hooksPath", os.devnull)
    assert scratch.postguard("hook", "install").returncode == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_folder_that_cannot_be_written(scratch):
    folder = scratch.path / ".git/hooks"
    folder.chmod(0o555)
    with pytest.raises(UsageError, match="cannot be written"):
        install(scratch)
    folder.chmod(0o755)


def test_a_folder_in_the_place_of_the_hook(scratch):
    (scratch.path / HOOK / "x").mkdir(parents=True)
    with pytest.raises(UsageError, match="folder"):
        install(scratch)


def test_the_command_installs(scratch):
    done = scratch.postguard("hook", "install")
    assert (done.returncode, done.stdout) == (0, f"hook installed: {scratch.path / HOOK}\n")
    assert standing(scratch).is_current


def test_status(scratch):
    done = scratch.postguard("hook", "status")
    assert (done.returncode, "not installed" in done.stdout) == (1, True)
    scratch.hook("#!/bin/sh\n")
    install(scratch)
    done = scratch.postguard("hook", "status")
    assert done.returncode == 0
    assert "installed" in done.stdout and "runs first" in done.stdout
    scratch.hook(hook.script("/nowhere/python"))
    assert "not for this postguard" in scratch.postguard("hook", "status").stdout


@pytest.mark.parametrize("arguments", [("install",), ("install", "--uninstall"), ("status",)])
def test_outside_a_repository(tmp_path, scratch, arguments):
    outside = type(scratch)(tmp_path / "outside")
    assert outside.postguard("hook", *arguments).returncode == 2
