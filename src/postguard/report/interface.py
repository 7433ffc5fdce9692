"""What an output format is given and gives back. One module per format; `formats` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from postguard.draft.span import Span
from postguard.report.finding import Report
from postguard.report.tally import Tally


class Excerpts(Protocol):
    """Lines of a draft that may be shown, protected health information masked."""

    def frame(self, span: Span) -> tuple[str, ...]:
        """The lines that show a span of the source, a marker line under it."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How the reader sees the output."""

    colour: bool = False
    """Whether ANSI colours may be used."""

    width: int = 0
    """Columns to wrap at; 0 for no wrapping."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where findings come from."""

    version: str
    """postguard's version."""

    rules_digest: str
    """SHA-256 over the rule files."""


class Format(Protocol):
    """Turns reports into text, one at a time, so that a batch streams."""

    def begin(self) -> str:
        """What stands before the first report."""
        ...

    def report(self, report: Report, excerpts: Excerpts | None) -> str:
        """One report.

        Args:
            report: findings and errors of one draft.
            excerpts: None unless the draft's words may be shown.
        """
        ...

    def end(self, tally: Tally) -> str:
        """What stands after the last report."""
        ...
