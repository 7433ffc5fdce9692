"""Staged drafts, read from git's index: what a commit would hold, whatever the working tree says by now."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from postguard.draft.decode import MAX_BYTES, decode, too_large
from postguard.draft.interface import Draft
from postguard.errors import UncheckedError, UsageError
from postguard.report.finding import CheckError, Report

_SKIPPED_FOLDERS = frozenset(("node_modules", "__pycache__"))
_FILE_MODES = (b"100644", b"100755")  # symbolic links are 120000, submodules 160000
_LFS_POINTER = b"version https://git-lfs.github.com/spec/"
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a working tree, seen from a folder in it."""

    folder: Path
    """Where git is called: relative paths in git's environment variables count from here."""

    top: Path
    """The top folder of the working tree."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A staged draft, before its content is read."""

    path: Path
    """Its absolute path in the working tree, where it need not be any more."""

    blob: str
    """The name of its content in git."""

    is_merged: bool = True
    """False while a merge conflict is open."""


def find_repository(folder: Path | None = None) -> Repository:
    """The repository that a folder is in.

    Args:
        folder: a folder in the working tree; the working folder when left out.

    Raises:
        UsageError: git is missing, or the folder is in no working tree.
    """
    folder = (folder or Path.cwd()).resolve()
    top = run_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")
    return Repository(folder, Path(os.fsdecode(top)))


def staged_entries(repository: Repository) -> list[Entry]:
    """The drafts that are added, copied, changed or renamed in the index, in git's order.

    A draft is what `postguard check FOLDER` would find: by its ending, and not in a hidden folder.

    Raises:
        UncheckedError: `git`, when the index cannot be read.
    """
    # A rename without rename detection is an addition; a changed type (a link become a file) counts too.
    # The raw form is the same whatever the user's colours, prefixes and external programs, with names as bytes.
    options = ("--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMTU")
    try:
        fields = run_git(repository.folder, "-c", "diff.relative=false", "diff", *options).split(b"\0")
    except UsageError as error:
        raise UncheckedError("git", f"the staged files cannot be listed: {error}") from None
    entries = []
    for header, name in zip(fields[:-1:2], fields[1::2], strict=True):
        _, mode, _, blob, status = header.split()
        is_merged = status != b"U"
        if _is_draft(name) and (mode in _FILE_MODES or not is_merged):
            entries.append(Entry(repository.top / os.fsdecode(name), blob.decode("ascii"), is_merged))
    return entries


def staged_drafts(repository: Repository, max_bytes: int = MAX_BYTES) -> Generator[Draft | Report]:
    """The staged drafts; one that cannot be read is a report with its error, and the others still follow.

    Paths are shown from the repository's `folder`. Nothing is read from the working tree.

    Args:
        repository: where to look.
        max_bytes: the size from which on a draft is refused.

    Raises:
        UncheckedError: `git`, when the index cannot be read.
    """
    entries = staged_entries(repository)
    if not entries:
        return
    with closing(_contents(repository, entries, max_bytes)) as contents:
        for entry, content in zip(entries, contents, strict=True):
            label = _label(entry.path, repository.folder)
            try:
                if isinstance(content, UncheckedError):
                    raise content
                yield Draft(decode(content, max_bytes), path=label)
            except UncheckedError as error:
                yield Report(label, errors=(CheckError(error.kind, error.message),))


def run_git(folder: Path, *arguments: str) -> bytes:
    """What a git command prints.

    Raises:
        UsageError: git is missing or refuses; the message is git's own.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the arguments are postguard's own
            ("git", *arguments),  # noqa: S607 - the user's git, wherever it is
            cwd=folder,
            env=_environment(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise UsageError(f"git cannot be run ({error.strerror}); is it installed?") from None
    if done.returncode:
        said = _first_line(done.stderr).removeprefix("fatal: ") or f"status {done.returncode}"
        raise UsageError(f"git: {said}")
    return done.stdout


def _contents(repository: Repository, entries: Sequence[Entry], max_bytes: int) -> Generator[bytes | UncheckedError]:
    """The staged content of each entry, from one git process that is asked for one after the other."""
    with subprocess.Popen(
        ("git", "cat-file", "--batch"),  # noqa: S607 - the user's git, wherever it is
        cwd=repository.folder,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin and process.stdout
        for entry in entries:
            if not entry.is_merged:
                yield UncheckedError(
                    "unmerged", "a merge conflict is open in the draft; resolve it and stage the draft"
                )
                continue
            try:
                process.stdin.write(f"{entry.blob}\n".encode("ascii"))
                process.stdin.flush()
            except BrokenPipeError:  # git has ended; every further draft is reported as unread
                yield _unread()
                continue
            yield _answer(process.stdout, max_bytes)
        process.stdin.close()


def _answer(stream: IO[bytes], max_bytes: int) -> bytes | UncheckedError:
    header = stream.readline().split()
    if len(header) != 3:  # "NAME missing", or nothing when git has ended
        return _unread()
    size = int(header[2])
    if size > max_bytes:
        _skip(stream, size + 1)
        return too_large(max_bytes)
    content = stream.read(size)
    stream.read(1)
    if len(content) < size:
        return _unread()
    if content.startswith(_LFS_POINTER):
        message = (
            "git holds only a Git LFS pointer to this draft, not its text; keep drafts out of LFS, or check the file"
        )
        return UncheckedError("lfs-pointer", message)
    return content


def _skip(stream: IO[bytes], size: int) -> None:
    while size > 0 and (chunk := stream.read(min(size, _CHUNK))):
        size -= len(chunk)


def _unread() -> UncheckedError:
    return UncheckedError("git", "git cannot give the staged content; see git fsck")


def _is_draft(name: bytes) -> bool:
    from postguard.draft.source import ENDINGS  # here, as it takes the parser of front matter with it

    *folders, file = os.fsdecode(name).split("/")
    if file.startswith(".") or not file.lower().endswith(ENDINGS):
        return False
    return not any(folder.startswith(".") or folder in _SKIPPED_FOLDERS for folder in folders)


def _label(path: Path, folder: Path) -> str:
    """The path as reports show it: from the folder, with bytes that are no UTF-8 spelled out."""
    return os.fsencode(os.path.relpath(path, folder)).decode("utf-8", "backslashreplace")


def _environment() -> dict[str, str]:
    # No lock that a commit at the same time would miss, and no fetching in a repository cloned without its contents.
    return {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}


def _first_line(output: bytes) -> str:
    return os.fsdecode(output.partition(b"\n")[0])
