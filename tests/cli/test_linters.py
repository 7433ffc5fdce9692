"""Which configuration is wrong is said, where a configuration is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.cli.linters import Linters
from postguard.errors import UsageError
from postguard.shipped import rules_folder

from .conftest import OFFER, Run


def _config(folder: Path, field: str) -> Path:
    file = folder / "postguard.toml"
    file.write_text(f'[lint]\n{field} = ["INC999"]\n', encoding="utf-8")
    return file


@pytest.mark.parametrize("field", ["select", "ignore"])
def test_an_unknown_selector_in_a_configuration_names_its_file(tmp_path: Path, field: str) -> None:
    file = _config(tmp_path, field)
    with pytest.raises(UsageError, match="INC999") as caught:
        Linters(file).near(None)
    assert str(file) in str(caught.value)


def test_an_unknown_selector_on_the_command_line_names_no_file(tmp_path: Path) -> None:
    file = tmp_path / "postguard.toml"
    file.write_text('[lint]\nignore = ["TON503"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="INC999") as caught:
        Linters(file, select=("INC999",)).near(None)
    assert str(file) not in str(caught.value)


def test_a_selector_is_judged_by_the_configuration_of_each_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    known = min((rules_folder() / "tone").glob("TON5*.toml"))
    code, _, name = known.stem.partition("-")
    own = known.read_text(encoding="utf-8").replace(code, "TON999").replace(f'"{name}"', '"house-word"')
    (inner / "TON999-house-word.toml").write_text(own, encoding="utf-8")
    (inner / "postguard.toml").write_text('[lint]\nrule-paths = ["TON999-house-word.toml"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    linters = Linters(select=("TON999",))
    assert [rule.code for rule in linters.near("inner/post.md").rules] == ["TON999"]
    with pytest.raises(UsageError, match="TON999"):
        linters.near("post.md")


def test_an_unknown_selector_leaves_the_report_unwritten(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("post.md").write_text(OFFER, encoding="utf-8")
    Path("report.json").write_text("before", encoding="utf-8")
    done = run("check", "post.md", "--select", "INC999", "--output-format", "json", "--output-file", "report.json")
    assert (done.status, done.out) == (2, "")
    assert Path("report.json").read_text(encoding="utf-8") == "before"
