"""Runs the command line in this process, as a user would."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from postguard.cli.app import main
from postguard.rules.loader import RuleBook, load

OFFER = "Refer a friend and get a $50 gift card at your next visit.\n"
CLEAN = "Our new wing opens on Monday. Come and see it.\n"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load()


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, book: RuleBook) -> Run:
    # The rules are loaded once for all runs; rule files of a configuration are still read.
    def once(extra: Iterable[Path] = ()) -> RuleBook:
        return load(extra=extra) if extra else book

    monkeypatch.setattr("postguard.linter.load", once)
    monkeypatch.setattr("postguard.rules.loader.load", once)

    def _run(*arguments: str | Path, stdin: str | bytes = b"") -> Outcome:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["postguard", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        with pytest.raises(SystemExit) as stop:
            main()
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return Outcome(int(stop.value.code or 0), out, err)

    return _run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
