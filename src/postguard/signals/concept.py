"""A concept: a list of ways to say one thing, as the rule files give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from postguard.signals.interface import Value


@dataclass(frozen=True, slots=True)
class Concept:
    """A list of ways to say one thing."""

    name: str
    """The dotted name."""

    phrases: tuple[str, ...] = ()
    """In the notation of signals.phrases; a leading `=` asks for the same case."""

    patterns: tuple[str, ...] = ()
    """RE2 expressions, run on the folded text (lower case, hyphens as spaces); named groups become values."""

    cased_patterns: tuple[str, ...] = ()
    """RE2 expressions run on the text as it stands."""

    triggers: tuple[str, ...] = ()
    """Folded literals, one of which must occur before the patterns are tried; empty: always tried."""

    exceptions: tuple[str, ...] = ()
    """Phrases that cancel a match inside them ("gift card" in "gift card shop")."""

    values: Mapping[str, Value] = field(default_factory=dict)
    """Values that every signal of the concept carries."""

    note: str = ""
    """What a finding says of such a place, as a related note."""
