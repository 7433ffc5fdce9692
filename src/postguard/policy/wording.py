"""Person-first or identity-first: the conditions that rules know, and what holds for each unless the voice says.

The data is in rules/wording.toml. Rules say of which condition their words are (`values = { condition = "autism" }`)
and ask with the term functions `person_first` and `identity_first`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import ValidationError

from postguard.errors import UsageError
from postguard.rules.data import rules_folder
from postguard.rules.model import Strict, Text

Wording = Literal["person", "identity", "either"]


class Condition(Strict):
    """A condition or community, and how those concerned or the guidelines speak of it."""

    wording: Wording
    names: tuple[Text, ...] = ()
    """What a configuration may call it besides its key."""

    sources: tuple[Text, ...]
    """Keys of rules/authorities.toml."""

    why: Text


@cache
def conditions() -> Mapping[str, Condition]:
    """The conditions of rules/wording.toml by their keys.

    Raises:
        UsageError: the file is missing or malformed.
    """
    path = rules_folder() / "wording.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {key: Condition.model_validate(entry) for key, entry in table.items()}
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise UsageError(f"{path}: {'.'.join(str(key) for key in first['loc'])}: {first['msg']}") from None
    except ValueError as error:  # malformed TOML, or not UTF-8
        raise UsageError(f"{path}: is not valid TOML: {error}") from None


def key_of(name: str) -> str | None:
    """The key of a condition by its key or one of its names, in any case and with spaces, hyphens or underscores."""
    wanted = _plain(name)
    return next((key for key, known in conditions().items() if wanted in map(_plain, (key, *known.names))), None)


def _plain(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_").replace("’", "'")
