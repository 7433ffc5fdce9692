"""Which configuration is wrong is said, where a configuration is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.cli.linters import Linters
from postguard.errors import UsageError


def _config(folder: Path, field: str) -> Path:
    file = folder / "postguard.toml"
    file.write_text(f'[lint]\n{field} = ["INC999"]\n', encoding="utf-8")
    return file


@pytest.mark.parametrize("field", ["select", "ignore"])
def test_an_unknown_selector_in_a_configuration_names_its_file(tmp_path: Path, field: str) -> None:
    file = _config(tmp_path, field)
    with pytest.raises(UsageError, match="INC999") as caught:
        Linters(file)
    assert str(file) in str(caught.value)


def test_an_unknown_selector_on_the_command_line_names_no_file(tmp_path: Path) -> None:
    file = tmp_path / "postguard.toml"
    file.write_text('[lint]\nignore = ["TON503"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="INC999") as caught:
        Linters(file, select=("INC999",))
    assert str(file) not in str(caught.value)
