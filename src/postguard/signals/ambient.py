"""Ambient signals: what is true of the whole draft or of the organisation, as terms that hold everywhere in a view.

draft.kind.reply   draft.channel.x   draft.audience.employees   draft.published   draft.answers   draft.repeats
voice.snark.warn    voice.autism.identity    voice.aims
org.self_pay_only   org.bills_federal_programs   org.kind.dental   org.state.FL
review.<concept>   the lexicon's concepts in the text that a reply answers
"""

from __future__ import annotations

from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.signals.interface import Signal
from postguard.signals.lexicon import Lexicon
from postguard.signals.reading import Reading
from postguard.signals.toolbox import Toolbox

AMBIENT = ("draft.", "org.", "review.", "voice.")


def is_ambient(concept: str) -> bool:
    """Whether signals of a concept (or of a selector) hold for the whole view and mark no place in it."""
    return concept.startswith(AMBIENT)


class Circumstances:
    """The draft's context and the organisation's facts."""

    name = "context"
    produces = ("draft.*", "org.*", "voice.*")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One signal over the whole view for each thing that is known."""
        everywhere = Span(0, len(reading.view.text))
        context = reading.context
        names = [
            f"{key}.{value}"
            for key, value in (("kind", context.kind), ("channel", context.channel), ("audience", context.audience))
            if value
        ]
        names += ["published"] if context.published else []
        names += ["answers"] if context.in_reply_to else []
        names += ["permission"] if context.permissions else []
        names += ["repeats"] if context.repeats else []
        for name in names:
            yield Signal(f"draft.{name}", everywhere, source=self.name)
        for fact, value in reading.surroundings.facts.items():
            if value is True:
                yield Signal(f"org.{fact}", everywhere, source=self.name)
        for key, value in reading.surroundings.settings.items():
            if key.startswith("voice."):
                yield Signal(f"{key}.{value}", everywhere, source=self.name)
        if reading.surroundings.aims:
            yield Signal("voice.aims", everywhere, source=self.name)


class Review:
    """What the answered review or comment says, by the lexicon."""

    name = "review"
    produces = ("review.*",)

    def __init__(self, lexicon: Lexicon) -> None:
        self._toolbox = Toolbox((lexicon, *lexicon.patterned()))

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One signal over the whole view for each concept of the answered text."""
        answered = reading.context.in_reply_to
        if not answered:
            return
        other = Reading(View("in_reply_to", answered, ()), reading.context, self._toolbox, reading.surroundings)
        everywhere = Span(0, len(reading.view.text))
        for concept in sorted({signal.concept for signal in other.find("*")}):
            yield Signal(f"review.{concept}", everywhere, source=self.name)
