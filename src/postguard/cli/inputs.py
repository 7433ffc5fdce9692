"""What `check` checks: drafts from files, folders, standard input and batches, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from postguard.draft.batch import BatchError, read_batch
from postguard.draft.decode import decode
from postguard.draft.interface import Draft
from postguard.draft.source import read_file, find_drafts
from postguard.errors import UncheckedError
from postguard.report.finding import CheckError, Report

Input = Draft | Report
"""A draft to check, or the report of something that could not be read."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the command line says of every draft."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Draft`, above what batch fields and front matter say."""

    max_bytes: int = 5_000_000

    def over(self, draft: Draft) -> Draft:
        """The draft with the known fields put over its own."""
        return replace(draft, **self.fields)


def unchecked(path: str | None, error: UncheckedError) -> Report:
    """The report of a draft that could not be read."""
    return Report(path, errors=(CheckError(error.kind, error.message),))


def from_paths(paths: Iterable[str], known: Known) -> Iterator[Input]:
    """Drafts of files and folders, in the order of the paths."""
    for path in paths:
        try:
            for file in find_drafts([path]):
                yield _read(file, known)
        except UncheckedError as error:
            yield unchecked(path, error)


def _read(path: Path, known: Known) -> Input:
    try:
        return read_file(path, known.max_bytes, **known.fields)
    except UncheckedError as error:
        return unchecked(str(path), error)


def from_stream(stream: BinaryIO, name: str, known: Known) -> Iterator[Input]:
    """The one draft that a stream holds.

    Args:
        stream: bytes, such as standard input.
        name: what reports call it; its ending tells the format.
        known: what the command line says.
    """
    try:
        yield known.over(Draft(decode(stream.read(known.max_bytes + 1), known.max_bytes), path=name))
    except UncheckedError as error:
        yield unchecked(name, error)


def from_batch(stream: BinaryIO, name: str, known: Known) -> Iterator[Input]:
    """The drafts of a JSON-lines stream, one at a time; a malformed line becomes a report with an error."""
    for item in read_batch(stream, known.max_bytes):
        if isinstance(item, BatchError):
            yield Report(name, item.id, errors=(CheckError(item.kind, item.message, item.line),))
        else:
            yield known.over(item)


def from_batches(paths: Iterable[str], known: Known) -> Iterator[Input]:
    """The drafts of JSON-lines files."""
    for path in paths:
        try:
            stream = Path(path).open("rb")
        except OSError as error:
            kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
            reason = "there is no such file" if kind == "missing" else f"the file cannot be read: {error.strerror}"
            yield unchecked(path, UncheckedError(kind, reason))
            continue
        with stream:
            yield from from_batch(stream, path, known)
