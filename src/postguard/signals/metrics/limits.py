"""Whether a draft fits its channel: what is too long, by how much, and from which character on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from postguard.draft.span import Span
from postguard.signals.interface import Signal, Value
from postguard.signals.metrics.lengths import Sms, counters, sms
from postguard.signals.reading import Reading


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of a channel."""

    field: str
    """post, title, subject, description, alt, hashtags; `fold` is what shows before the reader must tap for more."""

    most: int
    unit: str
    """A unit of metrics.lengths.counters."""

    kinds: tuple[str, ...] = ()
    """Draft kinds it holds for; empty: all."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel and its limits (rules/channels.toml)."""

    key: str
    title: str
    aliases: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    links_dead: bool = False
    """Whether an address in the text cannot be tapped."""


_FIELDS = {"draft": ("post", "fold"), "title": ("title", "subject"), "alt": ("alt",)}
_FRONT_MATTER = {
    "subject": ("subject",), "description": ("description",), "meta_description": ("description",),
    "summary": ("description",), "excerpt": ("description",), "alt": ("alt",),
}  # fmt: skip
_BY_KIND = {"email": "email", "page": "web"}


class Limits:
    """`metric.over.<field>`, `metric.sms`, `metric.sms_costly`, `metric.hashtags_over`, `metric.dead_link`."""

    name = "limits"
    produces = ("metric.over.*", "metric.sms", "metric.sms_costly", "metric.channel.*")

    def __init__(self, channels: Callable[[], tuple[Channel, ...]]) -> None:
        self._source = channels

    @cached_property
    def _channels(self) -> dict[str, Channel]:
        return {normal(name): channel for channel in self._source() for name in (channel.key, *channel.aliases)}

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """What of a view is over a limit of the draft's channel."""
        context = reading.context
        key = normal(context.channel) if context.channel else _BY_KIND.get(context.kind or "", "")
        channel = self._channels.get(key) if key else None
        if channel is None:
            return
        text = reading.view.text
        everywhere = Span(0, len(text))
        yield Signal(f"metric.channel.{channel.key}", everywhere, source=self.name)
        if channel.links_dead:
            yield Signal("metric.channel.links_dead", everywhere, source=self.name)
        for limit in channel.limits:
            holds = not limit.kinds or (context.kind or "post") in limit.kinds
            if holds and limit.field in _fields(reading.view.scope):
                yield from self._over(reading, channel, limit)
            if limit.field == "hashtags" and reading.view.scope == "draft":
                tags = reading.find("metric.hashtag")
                if len(tags) > limit.most:
                    values = self._values(channel, limit.most, len(tags), "hashtags")
                    yield Signal("metric.over.hashtags", tags[limit.most].span, values, self.name)
        if channel.key == "sms" and reading.view.scope == "draft":
            yield from self._sms(text)

    def _over(self, reading: Reading, channel: Channel, limit: Limit) -> Iterator[Signal]:
        text = reading.view.text
        most = limit.most
        own = reading.surroundings.settings.get(f"channel.{channel.key}.{limit.field}")
        if isinstance(own, (int, float)):
            most = int(own)
        count = counters()[limit.unit](text)
        if count.length > most:
            values = self._values(channel, most, count.length, limit.unit)
            yield Signal(f"metric.over.{limit.field}", Span(count.first_over(most), len(text)), values, self.name)

    def _values(self, channel: Channel, most: int, length: int, unit: str) -> dict[str, Value]:
        return {"channel": channel.title, "limit": most, "length": length, "over": length - most, "unit": unit}

    def _sms(self, text: str) -> Iterator[Signal]:
        counted: Sms = sms(text)
        values: dict[str, Value] = {"segments": counted.segments, "units": counted.units, "encoding": counted.encoding}
        yield Signal("metric.sms", Span(0, len(text)), values, self.name)
        if counted.costly:
            at = counted.costly[0]
            yield Signal("metric.sms_costly", Span(at, at + 1), {**values, "count": len(counted.costly)}, self.name)


def normal(name: str) -> str:
    """A channel's name as it is looked up: `Google Business` and `google-business` are `google_business`."""
    return name.strip().lower().replace("-", "_").replace(" ", "_").replace(".", "_")


def _fields(scope: str) -> tuple[str, ...]:
    if scope.startswith("frontmatter."):
        return _FRONT_MATTER.get(scope.removeprefix("frontmatter.").lower().replace("-", "_"), ())
    return _FIELDS.get(scope, ())
