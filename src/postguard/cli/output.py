"""Where a report goes: standard output or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

from postguard.errors import UsageError
from postguard.report.interface import Style


def is_terminal(stream: TextIO) -> bool:
    """Whether a person may be reading a stream."""
    try:
        return stream.isatty()
    except ValueError:  # a closed stream
        return False


def style_for(stream: TextIO) -> Style:
    """Colours and width: only on a terminal, and colours only without NO_COLOR (https://no-color.org)."""
    if not is_terminal(stream):
        return Style()
    return Style(
        colour=not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        width=min(120, get_terminal_size().columns),
    )


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that is put in its place in one step at the end, and not at all after an error.

    Raises:
        UsageError: the file cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        part = Path(name)
    except OSError as error:
        raise UsageError(f"--output-file {path}: cannot be written ({error.strerror})") from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        _put(part, path)
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, path: Path) -> None:
    try:
        part.chmod(0o666 & ~_umask())  # as a file that is made here would have it; a temporary one is private
        part.replace(path)
    except OSError as error:
        raise UsageError(f"--output-file {path}: cannot be written ({error.strerror})") from None


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
