"""Scratch repositories with real git, apart from the machine's own git configuration."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

BAD = "Send your neighbours our way and there's a $50 gift card in it for you.\n"  # INC101
GOOD = "Our flu clinic opens on Monday at nine. Walk in, no appointment needed.\n"
POSTGUARD = (sys.executable, "-m", "postguard")


class Scratch:
    """A repository under a temporary folder."""

    def __init__(self, path: Path):
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    def git(self, *arguments, status=0, folder=""):
        done = self.run("git", *arguments, folder=folder)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    def run(self, *command, folder=""):
        return subprocess.run(command, cwd=self.path / folder, capture_output=True, encoding="utf-8", errors="replace")

    def postguard(self, *arguments, folder=""):
        return self.run(*POSTGUARD, *arguments, folder=folder)

    def write(self, name, text):
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def stage(self, name, text):
        file = self.write(name, text)
        self.git("add", "-f", "--", name)
        return file

    def commit(self, name, text):
        self.stage(name, text)
        self.git("commit", "-q", "--no-verify", "-m", "x")

    def hook(self, text, name="pre-commit", folder=".git/hooks"):
        file = self.write(f"{folder}/{name}", text)
        file.chmod(0o755)
        return file


@pytest.fixture(autouse=True)
def _own_git(monkeypatch, tmp_path):
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT", "SKIP"))]:
        monkeypatch.delenv(name)  # the tests themselves may run in a hook
    home = tmp_path / "home"
    home.mkdir()
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "HOME": str(home),
        "NO_COLOR": "1",
    }
    for who in ("AUTHOR", "COMMITTER"):
        settings |= {f"GIT_{who}_NAME": "A. Writer", f"GIT_{who}_EMAIL": "writer@example.org"}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def scratch(tmp_path):
    """A repository without commits."""
    made = Scratch(tmp_path / "site")
    made.git("init", "-q", "-b", "main")
    return made
