"""What a person at a terminal sees: colours, masked lines, progress; and a reader that goes away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import CLEAN, OFFER

pty = pytest.importorskip("pty")


def _at_terminal(folder: Path, *arguments: str, **environment: str) -> str:
    """The output of a run whose standard streams are one terminal."""
    program = [sys.executable, "-m", "postguard", *arguments]
    main, side = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    with subprocess.Popen(
        program, cwd=folder, stdin=side, stdout=side, stderr=side, env={**kept, "TERM": "xterm", **environment}
    ) as process:
        os.close(side)
        parts = []
        while True:
            try:
                part = os.read(main, 65536)
            except OSError:  # the other side is closed
                break
            if not part:
                break
            parts.append(part)
        process.wait(60)
    os.close(main)
    return b"".join(parts).decode()


def test_a_terminal_gets_colours_and_masked_lines(here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    shown = _at_terminal(here, "check", "post.md", "--select", "INC101")
    assert "\x1b[1;31merror\x1b[0m" in shown
    assert "friend and get" in shown
    assert "^^^" in shown


def test_no_color(here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    assert "\x1b" not in _at_terminal(here, "check", "post.md", NO_COLOR="1")
    assert "\x1b" not in _at_terminal(here, "check", "post.md", TERM="dumb")


def test_an_error_is_told_once_to_a_person(here: Path) -> None:
    assert _at_terminal(here, "check", "gone.md").count("no such file") == 1


def test_many_drafts_show_progress(here: Path) -> None:
    for number in range(400):
        (here / f"{number}.md").write_text(CLEAN * 20)
    shown = _at_terminal(here, "check", ".", "--select", "ALL")
    assert "/400" in shown
    assert shown.rstrip().splitlines()[-1].endswith("\x1b[0m")
    assert "400 drafts" in shown


def test_a_reader_that_goes_away_ends_the_run_quietly(here: Path) -> None:
    batch = '{"text": "%s"}\n' % OFFER.strip() * 3000  # noqa: UP031 (braces)
    (here / "batch.jsonl").write_text(batch)
    program = [sys.executable, "-m", "postguard", "check", "batch.jsonl", "--output-format", "jsonl"]
    with subprocess.Popen(program, cwd=here, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(120) != 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    environment = {**os.environ, "_POSTGUARD_COMPLETE": f"source_{shell}"}
    program = [sys.executable, "-c", "from postguard.cli.app import main; main()"]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60)
    assert "postguard" in done.stdout.lower()
