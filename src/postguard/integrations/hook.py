"""The pre-commit hook: what it says, where it goes, and how it lives with a hook that was there before."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from postguard.errors import UsageError
from postguard.integrations.git import Repository, run_git

HOOK = "pre-commit"
BEFORE = "pre-commit.before-postguard"
"""The name that an earlier hook gets; postguard's hook calls it first."""

LEGACY = "pre-commit.legacy"
"""The name that the pre-commit framework gives to a hook that it finds, and calls first in its turn."""

_MARK = b"# postguard: checks staged drafts before each commit"
# -P keeps the repository's own folder from being imported as code (Python 3.11 and newer).
_SCRIPT = """#!/bin/sh
# postguard: checks staged drafts before each commit.
# Written by `postguard hook install`, removed by `postguard hook install --uninstall`.
# Changes here are lost; put steps of your own into pre-commit.before-postguard beside this file.

before="$(dirname "$0")/pre-commit.before-postguard"
if [ -x "$before" ]; then
    "$before" "$@" || exit $?
fi

python={python}
if [ -x "$python" ] && "$python" -P -c 'import postguard' 2>/dev/null; then
    exec "$python" -P -m postguard check --staged
fi
if command -v postguard >/dev/null 2>&1; then
    exec postguard check --staged
fi
echo "postguard is not found, so the staged drafts were not checked and the commit is stopped." >&2
echo "Install postguard and run 'postguard hook install' again, or commit with --no-verify this once." >&2
exit 3
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a repository stands with the hook."""

    folder: Path
    """Where git looks for hooks; `core.hooksPath` counts."""

    place: Path | None
    """postguard's hook: `pre-commit`, or what another hook has made of it and calls; None when there is none."""

    other: Path | None
    """Another hook that runs too: the one before postguard's, or the one that calls it."""

    is_current: bool
    """Whether the hook runs, and calls the postguard that asks."""

    is_shared: bool
    """Whether the folder lies outside the repository, so that other repositories may run its hooks too."""


def script(python: str = sys.executable) -> str:
    """The text of the hook, for sh.

    Args:
        python: the interpreter whose postguard the hook calls.
    """
    return _SCRIPT.format(python=shlex.quote(Path(python).as_posix()))


def standing(repository: Repository) -> Standing:
    """Look at the hooks of a repository, changing nothing.

    Raises:
        UsageError: git cannot tell where hooks are.
    """
    hooks = _told(repository, "--git-path", "hooks")
    homes = (_told(repository, "--git-common-dir"), repository.top)
    place = None
    if _is_ours(hooks / HOOK):
        place = hooks / HOOK
    elif _is_there(hooks / HOOK) and _is_ours(hooks / LEGACY):
        place = hooks / LEGACY
    other = None
    if place is not None:
        other = hooks / (BEFORE if place.name == HOOK else HOOK)
    elif _is_there(hooks / HOOK):
        other = hooks / HOOK
    return Standing(
        folder=hooks,
        place=place,
        other=other if other and _is_there(other) else None,
        is_current=place is not None and os.access(place, os.X_OK) and place.read_bytes() == script().encode(),
        is_shared=not any(hooks.is_relative_to(home) for home in homes),
    )


def install(repository: Repository, *, force: bool = False) -> Standing:
    """Write the hook; a hook that is there is kept under another name and called first. Doing it twice changes nothing.

    Args:
        repository: where.
        force: go on where a hook manager keeps the folder, or an older copy of an earlier hook is in the way (it is
            replaced).

    Returns:
        How the repository stands now.

    Raises:
        UsageError: it would break or lose something, or the folder cannot be written.
    """
    now = standing(repository)
    if now.place is not None:
        if not now.is_current:
            _write(now.place)
        return standing(repository)
    if now.folder.parts[-2:] == (".husky", "_") and not force:
        raise UsageError("husky keeps the hooks here; add the line `postguard check --staged` to .husky/pre-commit")
    hook, before = now.folder / HOOK, now.folder / BEFORE
    if hook.is_dir():
        raise UsageError(f"{hook} is a folder; move it away first")
    if now.other is not None and _is_there(before) and not force:
        raise UsageError(
            f"there are a hook, {hook}, and an earlier one that postguard once set aside, {before}; "
            "move one of them away, or replace the earlier one with --force"
        )
    _write(hook, aside=before if now.other else None)
    return standing(repository)


def uninstall(repository: Repository) -> Standing:
    """Take the hook away and put the earlier one back. Other hooks are left as they are.

    Returns:
        How the repository stood before; its `place` is None when there was nothing to take away.

    Raises:
        UsageError: the folder cannot be written.
    """
    was = standing(repository)
    if was.place is None:
        return was
    before = was.folder / BEFORE
    try:
        if _is_there(before):
            before.replace(was.place)
        else:
            was.place.unlink()
    except OSError as error:
        raise UsageError(f"{was.place}: cannot be taken away ({error.strerror})") from None
    return was


def _write(place: Path, aside: Path | None = None) -> None:
    """Write the hook in one step, so that no commit meets half of it; what is there goes `aside` first."""
    new = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(dir=place.parent, prefix=f".{HOOK}.")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(script())
        Path(new).chmod(0o755)
        if aside is not None:
            place.replace(aside)
        Path(new).replace(place)
    except OSError as error:
        if new:
            with suppress(OSError):
                Path(new).unlink()
        raise UsageError(f"{place}: cannot be written ({error.strerror})") from None


def _told(repository: Repository, *question: str) -> Path:
    said = run_git(repository.folder, "rev-parse", *question).removesuffix(b"\n")
    return (repository.folder / os.fsdecode(said)).resolve()


def _is_ours(path: Path) -> bool:
    try:
        return _MARK in path.read_bytes()[:1000]
    except OSError:
        return False


def _is_there(path: Path) -> bool:
    return os.path.lexists(path)
