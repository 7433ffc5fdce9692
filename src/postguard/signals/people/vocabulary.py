"""The words and frames by which persons are told apart: rules/lists/people_words.toml and people_frames.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from postguard.signals.people.lists import listed


@cache
def words(*lists: str) -> frozenset[str]:
    """The folded words of one list, or of several together.

    Raises:
        UsageError: the installation is incomplete.
    """
    return frozenset(word for name in lists for word in _table("people_words.toml")[name].split())


@cache
def frame(name: str) -> re.Pattern[str]:
    """What stands beside a name, as a pattern for the text as written.

    Raises:
        UsageError: the installation is incomplete.
    """
    entry = _table("people_frames.toml")[name]
    return re.compile("".join(entry["pattern"]), re.IGNORECASE if entry.get("any-case") else 0)


@cache
def _table(file: str) -> Mapping[str, Any]:
    return tomllib.loads(listed(file))
