"""What a wrong TOML file is told: its name, and the field."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.errors import UsageError
from postguard.policy.tables import all_validated, read_table, validated
from postguard.rules.model import Strict


class _Inner(Strict):
    number: int


class _Outer(Strict):
    inner: _Inner


def test_a_file_becomes_a_table(tmp_path: Path) -> None:
    file = tmp_path / "some.toml"
    file.write_text('[a]\nb = "ü"\n', encoding="utf-8")
    assert read_table(file) == {"a": {"b": "ü"}}


@pytest.mark.parametrize(
    ("content", "part"),
    [(None, "cannot be read"), (b"a = ", "is not valid TOML"), (b'a = "\xff"', "is not valid TOML")],
)
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes | None, part: str) -> None:
    file = tmp_path / "some.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UsageError, match=part) as caught:
        read_table(file)
    assert str(caught.value).startswith(f"{file}: ")


def test_a_wrong_value_names_label_and_field() -> None:
    assert validated(_Outer, {"inner": {"number": 1}}, "some.toml").inner.number == 1
    with pytest.raises(UsageError, match=r"^some\.toml: inner\.number: ") as caught:
        validated(_Outer, {"inner": {"number": "secretword"}}, "some.toml")
    assert "secretword" not in str(caught.value)


def test_one_wrong_entry_of_several_is_told() -> None:
    with pytest.raises(UsageError, match=r"^some\.toml: other: "):
        all_validated(_Inner, [{"number": 1}, {"number": 2, "other": 3}], "some.toml")
