"""What the formats for people share: labels, colours, errors, the summary line."""

from __future__ import annotations

from postguard.report.finding import CheckError, Report, Severity
from postguard.report.interface import Origin, Style
from postguard.report.tally import Tally

_COLOURS = {
    "error": "\x1b[1;31m", "warning": "\x1b[1;33m", "info": "\x1b[1;36m", "bold": "\x1b[1m", "dim": "\x1b[2m",
    "good": "\x1b[1;32m",
}  # fmt: skip
_RESET = "\x1b[0m"


def painted(text: str, colour: str, style: Style) -> str:
    """The text in a colour, or as it is when colours are off."""
    return f"{_COLOURS[colour]}{text}{_RESET}" if style.colour and text else text


def label(report: Report) -> str:
    """What a report is called: its path, with the record's key in a batch."""
    key = f"[{report.id}]" if report.id is not None else ""
    return printable(f"{report.path or ('' if key else 'draft')}{key}")


def printable(text: str) -> str:
    """The text without characters that could steer a terminal (control and direction characters)."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


def complaint(report: Report, error: CheckError) -> str:
    """One line on something that could not be checked."""
    line = f":{error.line}" if error.line is not None else ""
    return f"{label(report)}{line}: not checked: {printable(error.message)} [{error.kind}]"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 draft`, `2 drafts`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary(tally: Tally, style: Style) -> str:
    """The line that ends a report for people."""
    checked = f"{counted(tally.drafts, 'draft')}: "
    found = [
        painted(counted(tally.severities[severity], noun), severity.value, style)
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
        if tally.severities[severity]
    ]
    parts = [", ".join(found) if found else "nothing found"]
    if tally.suppressed:
        parts.append(f"{tally.suppressed} suppressed")
    if tally.errors:
        parts.append(painted(f"{tally.errors} not checked", "error", style))
    if not found and not tally.errors:
        parts[0] = painted(parts[0], "good", style)
    return checked + "; ".join(parts)


class ForPeople:
    """What stands around the reports in a format for people: nothing before, the summary after."""

    def __init__(self, origin: Origin, style: Style) -> None:
        del origin
        self._style = style

    def begin(self) -> str:
        """Nothing."""
        return ""

    def end(self, tally: Tally) -> str:
        """The summary."""
        return summary(tally, self._style) + "\n"
