"""Which authorities stay open, given the organisation and the wording of the draft."""

from __future__ import annotations

from dataclasses import dataclass

from postguard.rules.rule import Match


@dataclass(frozen=True, slots=True)
class Standing:
    """What a match comes to once the organisation and the mitigating words are weighed."""

    severity: str
    open: tuple[str, ...]
    """Keys of authorities that stay open."""

    answered: tuple[tuple[str, str], ...] = ()
    """Keys of authorities that wording answers at least in part, with the concept that answers them."""


def weigh(match: Match) -> Standing:
    """Weigh a match."""
    return Standing(match.severity, tuple(match.rule.model.authorities))
