"""Who a mention is: the verdict that the modules beside this one come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

BECAUSE: Mapping[str, str] = {
    "patient_label": "a word for a patient stands beside it",
    "record_style": "it is written as records write names",
    "age": "an age and care stand with it",
    "case": "the text is about the care of one person",
    "care_verb": "care is told of this person",
    "celebration": "a milestone of care is celebrated",
    "addressed_with_care": "the reader is addressed, and care is told",
    "team_hashtag": "it cheers one person on",
    "listed_with": "a patient is named in the same list",
    "same_person": "the same name is a patient's elsewhere in the text",
}
"""What a finding says of the evidence that made somebody a patient."""


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
