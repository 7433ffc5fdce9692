"""The errors that postguard raises. No message holds a word of a draft."""

from __future__ import annotations

from pathlib import PurePath


class PostguardError(Exception):
    """Base of every error that postguard raises on purpose."""

    exit_status = 3
    """The command line's exit status when the error ends the run."""


class UsageError(PostguardError):
    """A wrong argument, option value, configuration or rule file (exit status 2)."""

    exit_status = 2


class UncheckedError(PostguardError):
    """A draft that could not be checked; it is never passed as clean (exit status 3).

    Args:
        kind: a stable key such as `not-utf8`, `too-large`, `front-matter`.
        message: what is wrong and how to mend it, without a word of the draft.
    """

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


def whereabouts(error: BaseException) -> str:
    """The kind of an unexpected error and where it arose; not its message, which may quote the draft."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
