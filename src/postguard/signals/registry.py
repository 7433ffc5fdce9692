"""The extractors, in one place."""

from __future__ import annotations

from collections.abc import Callable

from postguard.signals.ambient import Circumstances, Review
from postguard.signals.dates import Dates
from postguard.signals.directives import DirectiveFault
from postguard.signals.gifts import Gifts
from postguard.signals.house import House
from postguard.signals.identifiers import Identifiers
from postguard.signals.interface import Extractor
from postguard.signals.lexicon import Lexicon
from postguard.signals.metrics import Channel, metrics
from postguard.signals.modality import Modality
from postguard.signals.money import Money
from postguard.signals.patients import Patients
from postguard.signals.people.extractor import People
from postguard.signals.places import Places
from postguard.signals.replies import Replies
from postguard.signals.second_reader.extractor import SecondReader
from postguard.signals.stories import Stories
from postguard.signals.wording import Wording


def extractors(
    lexicon: Lexicon, channels: Callable[[], tuple[Channel, ...]] = tuple, *, second_reader: bool = True
) -> tuple[Extractor, ...]:
    """Every extractor, cheap ones first; none imports anything heavy before it runs.

    Args:
        lexicon: the phrases of the rules.
        channels: gives the limits of the channels, asked for when a draft has a channel.
        second_reader: whether the model takes part.
    """
    return (
        Circumstances(),
        lexicon,
        *lexicon.patterned(),
        Modality(),
        Replies(),
        Identifiers(),
        Dates(),
        Places(),
        Patients(),
        Stories(),
        Wording(),
        Money(),
        Gifts(),
        People(),
        Review(lexicon),
        DirectiveFault(),
        *metrics(channels),
        House(),
        *((SecondReader(),) if second_reader else ()),
    )
