"""`postguard check --fix` and `--diff`: mend what rules propose words for, before the check or on show only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from postguard.cli.inputs import Input
from postguard.cli.linters import Linters
from postguard.draft.interface import Draft
from postguard.errors import UncheckedError
from postguard.report.finding import CheckError, Report
from postguard.report.fixing import applied, diff, fix_file, fixes
from postguard.report.plain import complaint


def mended(inputs: Iterable[Input], linters: Linters) -> Iterator[Input]:
    """The inputs, each file with its fixes written; a file that cannot be written becomes a report that says so."""
    total = 0
    for item in inputs:
        if not isinstance(item, Draft) or item.path is None:
            yield item
            continue
        seen = linters.near(item.path).examine(item)
        if seen.report.errors:
            yield seen.report
            continue
        chosen = fixes(seen.source, seen.report.findings)
        try:
            total += fix_file(item.path, seen.source, chosen)
        except UncheckedError as error:
            yield Report(item.path, item.id, errors=(CheckError(error.kind, error.message),))
            continue
        yield replace(item, text=applied(seen.source, chosen)) if chosen else item
    if total:
        sys.stderr.write(f"postguard: mended {total} {'place' if total == 1 else 'places'}\n")


def show_differences(inputs: Iterable[Input], linters: Linters, *, exit_zero: bool) -> int:
    """Write to standard output what --fix would change, protected health information masked.

    Returns:
        The exit status: 0 nothing to mend, 1 something, 3 something could not be checked.
    """
    changed = failed = False
    for item in inputs:
        report = item if isinstance(item, Report) else None
        if isinstance(item, Draft):
            seen = linters.near(item.path).examine(item)
            report = seen.report
            if not report.errors:
                chosen = fixes(seen.source, report.findings)
                changed = changed or bool(chosen)
                sys.stdout.write(diff(seen.source, chosen, item.path or "draft", (span for span, _ in seen.protected)))
        for error in report.errors if report else ():
            failed = True
            sys.stderr.write(f"postguard: {complaint(report, error)}\n")  # type: ignore[arg-type]
    return 3 if failed else int(changed and not exit_zero)
