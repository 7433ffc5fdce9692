"""How far a long run is, on an interactive standard error."""

from __future__ import annotations

import sys
from time import monotonic

from postguard.cli.output import is_terminal

FROM = 20
"""Drafts from which on a run counts as long."""

_PAUSE = 0.1
_WIDTH = 30


class Progress:
    """One line that is drawn over itself, and gone when the run ends or a report is written.

    Args:
        total: how many drafts there are; None when that is not known yet, as in a batch.
    """

    def __init__(self, total: int | None) -> None:
        self._total = total
        self._count = 0
        self._drawn = False
        self._last = monotonic()
        self._is_on = is_terminal(sys.stderr) and (total is None or total >= FROM)

    def step(self) -> None:
        """One more draft is done."""
        self._count += 1
        now = monotonic()
        if not self._is_on or self._count < FROM or now - self._last < _PAUSE:
            return
        self._last = now
        sys.stderr.write(f"\r\x1b[K{self._line()}")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False

    def _line(self) -> str:
        if self._total is None:
            return f"checked {self._count:,} drafts"
        done = min(_WIDTH, _WIDTH * self._count // max(1, self._total))
        return f"checking [{'#' * done}{'-' * (_WIDTH - done)}] {self._count:,}/{self._total:,}"
