"""Who a mention is: the verdict that the modules beside this one come to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """Who a mention is."""

    name: str
    """patient, relative, staff, public_figure, donor, author, addressed, named, organization, place, eponym or
    fictional"""

    evidence: str
    """The word that says why, of a short vocabulary; never a word of the draft."""

    has_care: bool = False
    """Whether care is stated near, when the role is open."""

    is_tied: bool = False
    """Whether a clinician is tied to one patient's case."""
