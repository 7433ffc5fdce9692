"""Sentences that several rules say, written once in rules/sentences.toml: rules name them as `{{key}}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from postguard.errors import UsageError

_NAMED = re.compile(r"\{\{([a-z-]+)\}\}")
_FIELDS = ("message", "why", "suggestion", "question")


def written_out(table: Mapping[str, Any], sentences: Mapping[str, str], path: Path) -> dict[str, Any]:
    """The table of a rule file with the sentences that it names in their places.

    Args:
        table: the file's content.
        sentences: the shared sentences by their keys; line ends in them count as spaces.
        path: the file, for messages.

    Raises:
        UsageError: a field names a sentence that there is not.
    """

    def sentence(match: re.Match[str]) -> str:
        if match[1] not in sentences:
            raise UsageError(f"{path}: sentences.toml has no {match[1]!r}; known are {', '.join(sorted(sentences))}")
        return " ".join(sentences[match[1]].split())

    written = {field: _NAMED.sub(sentence, table[field]) for field in _FIELDS if isinstance(table.get(field), str)}
    return {**table, **written}
