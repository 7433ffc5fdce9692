"""One run: checks every input, writes every report, counts, and says what could not be checked."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from postguard import __version__
from postguard.cli.inputs import Input
from postguard.cli.linters import Linters
from postguard.cli.output import is_terminal, opened, style_for
from postguard.cli.progress import Progress
from postguard.draft.repeats import Replies
from postguard.linter import Linter
from postguard.report.finding import Report, Severity
from postguard.report.formats import FOR_PEOPLE, make_format
from postguard.report.interface import Excerpts, Origin, Style
from postguard.report.plain import complaint
from postguard.report.redaction import Redacted
from postguard.report.tally import Tally


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks of a run."""

    output_format: str = "text"
    output_file: Path | None = None
    fail_on: str | None = None
    """error, warning, info or never; None for what the configuration says."""

    exit_zero: bool = False
    show_source: bool = False


def run(inputs: Iterable[Input], linters: Linters, wishes: Wishes, total: int | None = None) -> int:
    """Check the inputs one after the other and write their reports.

    Args:
        inputs: drafts, and reports of what could not be read.
        linters: which linter checks which draft.
        wishes: format, threshold and place of the output.
        total: how many inputs there are, when that is known.

    Returns:
        The exit status.

    Raises:
        UsageError: a configuration is wrong, or the output file cannot be written.
    """
    tally, progress = Tally(), Progress(total)
    interactive = wishes.output_file is None and is_terminal(sys.stdout)
    shows = wishes.output_format in FOR_PEOPLE and (wishes.show_source or interactive)
    # A person who sees both streams need not read an error twice.
    says_errors = not (interactive and is_terminal(sys.stderr) and wishes.output_format in FOR_PEOPLE)
    with opened(wishes.output_file) as stream:
        style = Style() if wishes.output_file else style_for(sys.stdout)
        origin = Origin(__version__, linters.rulebook.digest)
        shape = make_format(wishes.output_format, origin, style)
        stream.write(shape.begin())
        earlier = Replies()
        for item in inputs:
            linter = linters.near(item.path)
            report, excerpts = _checked(linter, item, earlier, shows)
            tally.add(report, _threshold(wishes, linter))
            progress.step()
            written = shape.report(report, excerpts)
            if written or report.errors:
                progress.clear()
            if says_errors:
                for error in report.errors:
                    sys.stderr.write(f"postguard: {complaint(report, error)}\n")
            if written:
                stream.write(written)
                stream.flush()
        progress.clear()
        stream.write(shape.end(tally))
    return tally.status(exit_zero=wishes.exit_zero)


def _threshold(wishes: Wishes, linter: Linter) -> Severity | None:
    word = wishes.fail_on or linter.config.lint.fail_on
    return None if word == "never" else Severity(word)


def _checked(linter: Linter, item: Input, earlier: Replies, shows: bool) -> tuple[Report, Excerpts | None]:
    if isinstance(item, Report):
        return item, None
    if not shows:
        return linter.check(item, earlier=earlier), None
    seen = linter.examine(item, earlier=earlier)
    return seen.report, Redacted(seen.source, seen.protected)
