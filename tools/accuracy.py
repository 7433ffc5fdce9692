"""Measures postguard on the labelled texts under tests/corpus and writes the tables of docs/accuracy.md.

    python tools/accuracy.py            print the tables
    python tools/accuracy.py --write    put them into docs/accuracy.md

A record is flagged when its own family gives a warning or an error, or when the rule that the record names finds it.
`blind/` holds batches written by authors who had not seen the rules; a batch is measured before any rule is touched for
it, and that figure is kept in docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from postguard import Draft, Linter, Severity

PROJECT = Path(__file__).parents[1]
CORPUS = PROJECT / "tests" / "corpus"
PAGE = PROJECT / "docs" / "accuracy.md"
FAMILIES = ("phi", "incentive", "tone")
FIELDS = ("text", "kind", "channel", "audience", "in_reply_to")


@dataclass(frozen=True, slots=True)
class Figures:
    """How a family did on some records."""

    flags: int
    """Records to flag."""

    passes: int
    """Look-alikes to pass."""

    misses: tuple[str, ...]
    """Ids of records that should have been flagged."""

    alarms: tuple[str, ...]
    """Ids of look-alikes that were flagged."""

    @property
    def recall(self) -> float:
        """The share of records to flag that were flagged."""
        return 1 - len(self.misses) / self.flags if self.flags else 1.0

    @property
    def precision(self) -> float:
        """The share of flagged records that were to be flagged."""
        hits = self.flags - len(self.misses)
        return hits / (hits + len(self.alarms)) if hits + len(self.alarms) else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def records(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The labelled records of some files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def own(family: str) -> list[Path]:
    """The files of postguard's own corpus for a family."""
    return sorted((CORPUS / family).glob("*.jsonl"))


def blind(family: str) -> list[Path]:
    """The blind batches of a family, in the order in which they were measured."""
    return sorted((CORPUS / "blind").glob(f"{family}-*.jsonl"))


def measure(linter: Linter, paths: list[Path]) -> Figures:
    """Check every record of some files."""
    wanted: dict[bool, int] = {True: 0, False: 0}
    wrong: dict[bool, list[str]] = {True: [], False: []}
    for record in records(paths):
        is_flag = record["label"] == "flag"
        wanted[is_flag] += 1
        report = linter.check(Draft(**{field: record[field] for field in FIELDS if record.get(field)}))
        if "code" in record:  # an information: the very rule must find it
            is_found = any(finding.code == record["code"] for finding in report.findings)
        else:
            is_found = bool(report.at_least(Severity.WARNING))
        if is_found != is_flag:
            wrong[is_flag].append(str(record["id"]))
    return Figures(wanted[True], wanted[False], tuple(wrong[True]), tuple(wrong[False]))


def tables() -> str:
    """The tables as Markdown."""
    lines = ["| texts | to flag | to pass | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    remarks = []
    for family in FAMILIES:
        linter = Linter(select=(family,))
        for name, paths in [(f"{family}, own corpus", own(family)), *((path.stem, [path]) for path in blind(family))]:
            found = measure(linter, paths)
            lines.append(
                f"| {name} | {found.flags} | {found.passes} | {found.precision:.3f} | {found.recall:.3f} |"
                f" {found.f1:.3f} |"
            )
            remarks.append(f"- {name}: missed {_listed(found.misses)}; false alarms {_listed(found.alarms)}.")
    return "\n".join([*lines, "", *remarks])


def _listed(ids: tuple[str, ...]) -> str:
    return ", ".join(ids) or "none"


def main() -> int:
    """Print or write the tables; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    options = parser.parse_args()
    text = tables()
    if not options.write:
        sys.stdout.write(text + "\n")
        return 0
    page = PAGE.read_text(encoding="utf-8")
    marks = re.compile(r"(<!-- corpus -->\n).*?(<!-- /corpus -->)", re.DOTALL)
    PAGE.write_text(marks.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
