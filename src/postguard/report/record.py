"""A report as plain data: the object of the `json` and `jsonl` formats (schema version 1)."""

from __future__ import annotations

from typing import Any

from postguard.report.finding import CheckError, Finding, Place, Report

SCHEMA_VERSION = 1
"""Grows when a field changes its meaning; new fields leave it."""


def record(report: Report) -> dict[str, Any]:
    """The report of one draft. Offsets count code points of the source, half open; lines and columns start at 1."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": report.id,
        "path": report.path,
        "errors": [_error(error) for error in report.errors],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _error(error: CheckError) -> dict[str, Any]:
    fields: dict[str, Any] = {"kind": error.kind, "message": error.message}
    if error.line is not None:
        fields["line"] = error.line
    return fields


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "category": finding.category,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        **_place(finding.place),
        "end_line": finding.place.end.line,
        "end_column": finding.place.end.column,
        "scope": finding.scope,
        "related": [{**_place(place), "note": place.note} for place in finding.related],
        "authorities": [
            {
                "key": authority.key,
                "citation": authority.citation,
                "open": authority.open,
                **({"answered_by": authority.answered_by} if authority.answered_by else {}),
            }
            for authority in finding.authorities
        ],
        "suggestion": finding.suggestion,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed and {"by": finding.suppressed.by, "reason": finding.suppressed.reason},
        **({"replacement": finding.replacement} if finding.replacement is not None else {}),
    }


def _place(place: Place) -> dict[str, int]:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "line": place.start.line,
        "column": place.start.column,
    }
