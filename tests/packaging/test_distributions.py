"""The rules are found the same from a wheel, a source distribution and an editable install."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PROBE = """
import json, postguard
from postguard.shipped import rules_folder
from postguard.rules.loader import load
book = load()
print(json.dumps([postguard.__file__, str(rules_folder()), book.digest, len(book.rules)]))
"""


def _probe(path: Path | None, cwd: Path) -> list[str]:
    import json

    env = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    done = subprocess.run([sys.executable, "-c", PROBE], cwd=cwd, env=env, capture_output=True, text=True, check=True)
    return [str(item) for item in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=PROJECT, capture_output=True, check=True
    )
    return folder


@pytest.fixture(scope="module")
def editable(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return _probe(None, tmp_path_factory.mktemp("elsewhere"))


def test_editable(editable: list[str]) -> None:
    assert Path(editable[1]) == PROJECT / "rules"
    assert int(editable[3]) >= 30


def test_wheel(built: Path, editable: list[str], tmp_path: Path) -> None:
    wheel = next(built.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
        names = archive.namelist()
    assert "postguard/py.typed" in names
    assert not [name for name in names if name.startswith(("rules/", "tests/"))]
    found = _probe(tmp_path, tmp_path)
    assert found[0].startswith(str(tmp_path))
    assert found[1] == str(tmp_path / "postguard" / "data")
    assert found[2:] == editable[2:]


def test_source_distribution(built: Path, editable: list[str], tmp_path: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    root = next(tmp_path.iterdir())
    found = _probe(root / "src", tmp_path)
    assert found[0].startswith(str(root))
    assert found[1] == str(root / "rules")
    assert found[2:] == editable[2:]


def test_console_script_and_module_are_the_same_program() -> None:
    script = Path(sys.executable).parent / "postguard"
    commands: list[list[str]] = [[str(script), "--version"], [sys.executable, "-m", "postguard", "--version"]]
    outputs = {subprocess.run(command, capture_output=True, text=True, check=True).stdout for command in commands}
    assert len(outputs) == 1
