"""`concise`: one line a finding, for editors and eyes in a hurry."""

from __future__ import annotations

from postguard.report.finding import Report
from postguard.report.interface import Excerpts
from postguard.report.plain import ForPeople, complaint, label, painted


class Concise(ForPeople):
    """`path:line:column: CODE severity message`."""

    def report(self, report: Report, excerpts: Excerpts | None) -> str:
        """A line for each error and each finding that is not suppressed."""
        name = label(report)
        lines = [complaint(report, error) for error in report.errors]
        lines += [
            f"{name}:{finding.place.start.line}:{finding.place.start.column}: {finding.code} "
            f"{painted(finding.severity.value, finding.severity.value, self._style)} {finding.message}"
            for finding in report.active
        ]
        return "".join(f"{line}\n" for line in lines)
