"""Counts and exit statuses."""

from __future__ import annotations

import pytest

from postguard import CheckError, Linter, Report, Severity
from postguard.report.tally import Tally


@pytest.mark.parametrize(
    ("text", "fail_on", "exit_zero", "status"),
    [
        ("Welcome.", Severity.INFO, False, 0),
        ("Refer for a gift card.", Severity.ERROR, False, 1),
        ("Refer for a gift card.", Severity.ERROR, True, 0),
        ("Refer for a gift card.", None, False, 0),
        ("An amazing day.", Severity.WARNING, False, 0),
        ("An amazing day.", Severity.INFO, False, 1),
    ],
)
def test_status(linter: Linter, text: str, fail_on: Severity | None, exit_zero: bool, status: int) -> None:
    tally = Tally()
    tally.add(linter.check(text), fail_on)
    assert tally.status(exit_zero=exit_zero) == status


def test_what_was_not_checked_is_never_clean(linter: Linter) -> None:
    tally = Tally()
    tally.add(linter.check("Refer for a gift card."), Severity.ERROR)
    tally.add(Report("x", errors=(CheckError("missing", "…"),)), None)
    assert tally.status() == 3
    assert tally.status(exit_zero=True) == 3
