"""`jsonl`: one JSON object a line, one line a draft, in the order of the input."""

from __future__ import annotations

import json

from postguard.report.finding import Report
from postguard.report.interface import Excerpts, Origin, Style
from postguard.report.record import record
from postguard.report.tally import Tally


class JsonLines:
    """The batch format that other programs read."""

    def __init__(self, origin: Origin, style: Style) -> None:
        del origin, style  # a line says nothing of the run, and has no colours

    def begin(self) -> str:
        """Nothing."""
        return ""

    def report(self, report: Report, excerpts: Excerpts | None) -> str:
        """One line."""
        return json.dumps(record(report), ensure_ascii=False, separators=(", ", ": ")) + "\n"

    def end(self, tally: Tally) -> str:
        """Nothing."""
        return ""
