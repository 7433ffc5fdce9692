"""`json`: one object for the whole run, written report by report."""

from __future__ import annotations

import json

from postguard.report.finding import Report
from postguard.report.interface import Excerpts, Origin, Style
from postguard.report.record import SCHEMA_VERSION, record
from postguard.report.tally import Tally


class Json:
    """One object with every report under `files`."""

    def __init__(self, origin: Origin, style: Style) -> None:
        del style
        self._origin = origin
        self._first = True

    def begin(self) -> str:
        """The object's own fields."""
        head = {
            "schema_version": SCHEMA_VERSION,
            "version": self._origin.version,
            "rules_digest": self._origin.rules_digest,
        }
        return json.dumps(head, indent=1)[:-2] + ',\n "files": ['

    def report(self, report: Report, excerpts: Excerpts | None) -> str:
        """One element of `files`."""
        comma, self._first = "" if self._first else ",", False
        body = json.dumps(record(report), ensure_ascii=False, indent=1)
        return f"{comma}\n  " + body.replace("\n", "\n  ")

    def end(self, tally: Tally) -> str:
        """The end of the object."""
        return ("]" if self._first else "\n ]") + "\n}\n"
