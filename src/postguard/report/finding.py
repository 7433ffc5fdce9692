"""What a check gives: `Report`s of `Finding`s."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import total_ordering

from postguard.draft.span import Position, Span


@total_ordering
class Severity(Enum):
    """How much is at stake; compares by weight."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return list(Severity).index(self)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Severity):
            return NotImplemented
        return self.weight < other.weight


class Confidence(Enum):
    """How sure the rule is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the source."""

    span: Span
    """Half open, in code points of the source."""

    start: Position
    end: Position
    note: str = ""
    """What is there, in postguard's words; empty for the primary place."""


@dataclass(frozen=True, slots=True)
class AuthorityStatus:
    """An authority that a finding cites, and whether the draft's wording answers it."""

    key: str
    citation: str
    open: bool
    """Whether the authority still stays open."""

    answered_by: str = ""
    """The wording that answers it, wholly or in part, by the name of its concept."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is not counted."""

    by: str
    """`comment`, `front-matter`, `baseline` or `configuration`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a compliance officer would stop."""

    code: str
    name: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    scope: str
    """The kind of view it was found in: prose, title, url, alt, …"""

    suggestion: str
    fingerprint: str
    """Stable for the same rule at the same place of an unchanged sentence; tells nothing of the text."""

    related: tuple[Place, ...] = ()
    authorities: tuple[AuthorityStatus, ...] = ()
    suppressed: Suppression | None = None
    replacement: str | None = None
    """What `check --fix` may put in the place; from the rule's data, never from the draft."""

    @property
    def span(self) -> Span:
        """The primary place, in code points of the source."""
        return self.place.span


@dataclass(frozen=True, slots=True)
class CheckError:
    """Something that could not be checked."""

    kind: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The findings and errors of one draft."""

    path: str | None = None
    id: str | int | None = None
    findings: tuple[Finding, ...] = ()
    """In the order of the source; suppressed ones too."""

    errors: tuple[CheckError, ...] = ()

    @property
    def active(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(finding for finding in self.findings if finding.suppressed is None)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings that count at a threshold: not suppressed, and of this severity or above."""
        return tuple(finding for finding in self.active if finding.severity >= severity)
