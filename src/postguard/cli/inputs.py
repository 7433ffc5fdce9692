"""What `check` checks: drafts from files, folders, standard input and batches, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from postguard.draft.batch import BatchError, read_batch
from postguard.draft.decode import decode
from postguard.draft.interface import Draft
from postguard.draft.source import find_drafts, read_file
from postguard.errors import UncheckedError
from postguard.report.finding import CheckError, Report

BATCH_ENDINGS = (".jsonl", ".ndjson")
"""The endings of files that hold a batch."""

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


def listed(paths: Iterable[str]) -> list[Path | Report]:
    """The files that paths stand for, in the order of the paths, and a report for each folder without drafts."""
    files: list[Path | Report] = []
    for path in paths:
        try:
            files.extend(find_drafts([path]))
        except UncheckedError as error:
            files.append(unchecked(path, error))
    return files


def from_files(files: Iterable[Path | Report], known: Known) -> Iterator[Input]:
    """The drafts of files; those of JSON-lines files by their records."""
    for file in files:
        if isinstance(file, Report):
            yield file
        elif file.suffix.lower() in BATCH_ENDINGS and "input_format" not in known.fields:
            yield from from_batches([str(file)], known)
        else:
            try:
                yield read_file(file, known.max_bytes, **known.fields)
            except UncheckedError as error:
                yield unchecked(str(file), error)


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
            yield known.over(item if item.path else replace(item, path=name))


def from_batches(paths: Iterable[str], known: Known) -> Iterator[Input]:
    """The drafts of JSON-lines files."""
    for path in paths:
        try:
            stream = Path(path).open("rb")  # noqa: SIM115 (closed below, after the errors of opening alone are caught)
        except FileNotFoundError:
            yield unchecked(path, UncheckedError("missing", "there is no such file"))
            continue
        except OSError as error:
            yield unchecked(path, UncheckedError("unreadable", f"the file cannot be read: {error.strerror}"))
            continue
        with stream:
            yield from from_batch(stream, path, known)
