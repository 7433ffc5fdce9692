"""Metrics: what is counted in a draft, not what it says. Each module gives signals named `metric.*`."""

from __future__ import annotations

from collections.abc import Callable

from postguard.signals.interface import Extractor
from postguard.signals.metrics.acronyms import Acronyms
from postguard.signals.metrics.emoji import Emoji
from postguard.signals.metrics.hashtags import Hashtags
from postguard.signals.metrics.limits import Channel, Limits
from postguard.signals.metrics.links import Links
from postguard.signals.metrics.readability import Readability
from postguard.signals.metrics.typography import Typography

__all__ = ["Channel", "metrics"]


def metrics(channels: Callable[[], tuple[Channel, ...]]) -> tuple[Extractor, ...]:
    """Every extractor of metrics.

    Args:
        channels: gives the limits of the channels that are known (rules/channels.toml).
    """
    return (Readability(), Typography(), Emoji(), Hashtags(), Links(), Acronyms(), Limits(channels))
