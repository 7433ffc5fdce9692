"""Person-first or identity-first: the conditions that rules know, and what holds for each unless the voice says.

The data is in rules/wording.toml. Rules say of which condition their words are (`values = { condition = "autism" }`)
and ask with the term functions `person_first` and `identity_first`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from postguard.policy.tables import read_table, validated
from postguard.rules.model import Strict, Text
from postguard.shipped import rules_folder

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
    return {key: validated(Condition, entry, f"{path}: {key}") for key, entry in read_table(path).items()}


def key_of(name: str) -> str | None:
    """The key of a condition by its key or one of its names, in any case and with spaces, hyphens or underscores."""
    wanted = _plain(name)
    return next((key for key, known in conditions().items() if wanted in map(_plain, (key, *known.names))), None)


def _plain(name: str) -> str:
    return name.strip().casefold().replace("-", "_").replace(" ", "_").replace("’", "'")
