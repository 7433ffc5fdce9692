"""TOML files of settings and data: read into tables, and validated with the file and the field in the message."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from postguard.errors import UsageError
from postguard.rules.model import Strict

Model = TypeVar("Model", bound=Strict)


def read_table(path: Path) -> dict[str, Any]:
    """The content of a TOML file.

    Raises:
        UsageError: it cannot be read, is not UTF-8 or is not TOML; the message names the file.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is not valid TOML: {error}") from None


def validated(kind: type[Model], entry: Any, label: object) -> Model:
    """An entry of a table as a model.

    Args:
        kind: the model.
        entry: what the table holds.
        label: what messages call the table: its file, with the entry's key where it has one.

    Raises:
        UsageError: a field is unknown or has a wrong value; the message names the label and the first such field.
    """
    try:
        return kind.model_validate(entry)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(str(key) for key in first["loc"])
        raise UsageError(f"{label}: {field}: {first['msg'].removeprefix('Value error, ')}") from None


def all_validated(kind: type[Model], entries: Iterable[Any], label: object) -> tuple[Model, ...]:
    """Each entry as a model.

    Raises:
        UsageError: see `validated`.
    """
    return tuple(validated(kind, entry, label) for entry in entries)
