"""JSON lines to drafts, one record at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from postguard.draft.decode import MAX_BYTES
from postguard.draft.interface import AUDIENCES, KINDS, Draft
from postguard.draft.source import FORMATS

_TEXTS = ("channel", "in_reply_to", "path")
_CHOICES = {"kind": KINDS, "audience": AUDIENCES, "input_format": FORMATS}


@dataclass(frozen=True, slots=True)
class BatchError:
    """A line of a batch that gives no draft."""

    line: int
    """Its number, from 1."""

    kind: str
    """`not-utf8`, `too-large`, `not-json`, `not-object`, `no-text` or `bad-field`."""

    message: str
    """What is wrong, without a word of the line."""

    id: str | int | None = None
    """The record's key, when it could be read."""


class _BadFieldError(Exception):
    pass


def read_batch(stream: BinaryIO, max_bytes: int = MAX_BYTES) -> Iterator[Draft | BatchError]:
    """The drafts of a JSON-lines stream in order, an error in the place of each malformed line.

    Args:
        stream: bytes; lines end with a line feed; blank lines are skipped. It is read line by line.
        max_bytes: the length of a line from which on it is refused.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            yield BatchError(number, "too-large", f"the line is longer than the limit of {max_bytes:,} bytes")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _record(line, number)


def _record(line: bytes, number: int) -> Draft | BatchError:
    try:
        record: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return BatchError(number, "not-utf8", f"the line is not UTF-8: byte {error.start} of it does not fit")
    except json.JSONDecodeError as error:
        return BatchError(number, "not-json", f"the line is not JSON: problem at column {error.colno}")
    except (ValueError, RecursionError):
        return BatchError(
            number, "not-json", "the line is not JSON that can be read: a number too long or nesting too deep"
        )
    if not isinstance(record, dict):
        return BatchError(number, "not-object", 'the line is not a JSON object such as {"id": 1, "text": "…"}')
    key = record.get("id")
    if isinstance(key, bool) or not isinstance(key, str | int | None):
        return BatchError(number, "bad-field", "id must be a text or a whole number")
    if "text" not in record:
        return BatchError(number, "no-text", "the record has no text field", key)
    if not isinstance(record["text"], str):
        return BatchError(number, "bad-field", "text must be a text", key)
    try:
        return Draft(record["text"], id=key, **_fields(record))
    except _BadFieldError as error:
        return BatchError(number, "bad-field", str(error), key)


def _fields(record: dict[str, Any]) -> dict[str, Any]:
    """The optional fields of a record; null counts as absent, unknown fields are the caller's own.

    Raises:
        _BadFieldError: a field has a wrong type or value.
    """
    found: dict[str, Any] = {}
    for name in _TEXTS:
        if record.get(name) is not None:
            if not isinstance(record[name], str):
                raise _BadFieldError(f"{name} must be a text")
            found[name] = record[name]
    for name, known in _CHOICES.items():
        if record.get(name) is not None:
            if record[name] not in known:
                raise _BadFieldError(f"{name} must be one of {', '.join(known)}")
            found[name] = record[name]
    if record.get("date") is not None:
        found["date"] = _day(record["date"])
    if record.get("published") is not None:
        if not isinstance(record["published"], bool):
            raise _BadFieldError("published must be true or false")
        found["published"] = record["published"]
    permissions = record.get("permissions")
    if permissions is not None:
        if not isinstance(permissions, list) or not all(isinstance(item, str) for item in permissions):
            raise _BadFieldError("permissions must be a list of texts")
        found["permissions"] = tuple(permissions)
    return found


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _BadFieldError("date must be a day such as 2025-06-30") from None
