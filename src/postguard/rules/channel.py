"""The limits of the channels: rules/channels.toml. Data with a source and a date, because platforms change them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from postguard.rules.model import Strict, Text
from postguard.signals.metrics.limits import Channel, Limit

Unit = Literal[
    "weighted characters", "characters", "characters with links as 23", "UTF-16 units", "graphemes", "bytes",
]  # fmt: skip


class LimitModel(Strict):
    """One limit."""

    field: Literal["post", "fold", "title", "subject", "description", "alt", "hashtags"]
    most: int = Field(gt=0)
    unit: Unit = "characters"
    kinds: tuple[str, ...] = ()
    """Draft kinds it holds for; empty: all."""

    note: str = ""


class ChannelModel(Strict):
    """One channel."""

    key: Text
    """What `channel` of a draft says."""

    title: Text
    aliases: tuple[str, ...] = ()
    url: str = ""
    source: Text
    """Where the limits were read."""

    checked: date
    verified: Literal["primary", "secondary", "unverified"] = "secondary"
    links_dead: bool = Field(default=False, alias="links-dead")
    """Whether an address in the text cannot be tapped."""

    note: str = ""
    limits: tuple[LimitModel, ...] = Field(default=(), alias="limit")

    def channel(self) -> Channel:
        """The channel as the signals take it."""
        limits = tuple(Limit(limit.field, limit.most, limit.unit, limit.kinds) for limit in self.limits)
        return Channel(self.key, self.title, self.aliases, limits, self.links_dead)
