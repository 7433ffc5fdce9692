"""The extractors, in one place."""

from __future__ import annotations

from postguard.signals.ambient import Circumstances, Review
from postguard.signals.directives import DirectiveFault
from postguard.signals.interface import Extractor
from postguard.signals.lexicon import Lexicon
from postguard.signals.modality import Modality
from postguard.signals.money import Money
from postguard.signals.replies import Replies
from postguard.signals.wording import Wording


def extractors(lexicon: Lexicon) -> tuple[Extractor, ...]:
    """Every extractor, cheap ones first; none imports anything heavy before it runs."""
    return (
        Circumstances(),
        lexicon,
        *lexicon.patterned(),
        Modality(),
        Replies(),
        Wording(),
        Money(),
        Review(lexicon),
        DirectiveFault(),
    )
