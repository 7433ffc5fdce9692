"""Counts over a run: what the summary line says and what the exit status follows from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from postguard.report.finding import Report, Severity


@dataclass(slots=True)
class Tally:
    """Counts that grow with each report."""

    drafts: int = 0
    """Drafts seen, checked or not."""

    errors: int = 0
    """Things that could not be checked."""

    suppressed: int = 0
    failing: int = 0
    """Findings at or above the threshold of their draft."""

    severities: Counter[Severity] = field(default_factory=Counter)
    """Findings that are not suppressed, by severity."""

    def add(self, report: Report, fail_on: Severity | None) -> None:
        """Count one report.

        Args:
            report: the report of one draft.
            fail_on: the severity from which on a finding fails the run; None when none does.
        """
        self.drafts += 1
        self.errors += len(report.errors)
        self.suppressed += len(report.findings) - len(report.active)
        self.severities.update(finding.severity for finding in report.active)
        self.failing += len(report.at_least(fail_on)) if fail_on else 0

    def status(self, *, exit_zero: bool = False) -> int:
        """The exit status: 3 when something could not be checked, 1 with failing findings, else 0.

        Args:
            exit_zero: turns 1 into 0 and nothing else.
        """
        if self.errors:
            return 3
        return int(self.failing > 0 and not exit_zero)
