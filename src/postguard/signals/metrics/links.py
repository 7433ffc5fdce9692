"""Links and images: link text, shorteners, descriptions of images."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.metrics.urls import links
from postguard.signals.reading import Reading

_EMPTY = re.compile(
    r"(?:please )?(?:click|tap|press|go|look|see|read|learn|find out|get|check it out|check this out|view|watch)?"
    r"(?: on)?(?: it| this)? ?"
    r"(?:here|more|this|this link|the link|link|link here|now|details|page|this page|this article|this post)?[.!»>→ ]*",
    re.IGNORECASE,
)
_SHORTENERS = frozenset(
    """
    bit.ly ow.ly goo.gl t.co tinyurl.com is.gd buff.ly dlvr.it ift.tt fb.me lnkd.in rebrand.ly cutt.ly
    shorturl.at rb.gy t.ly trib.al j.mp bl.ink tiny.cc v.gd qr.ae shor.by soo.gd s.id wp.me adf.ly hubs.ly
    hubs.li spr.ly zpr.io
    """.split()
)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:\s]+)", re.IGNORECASE)
_FILE = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|svg|heic|bmp|tiff?)|(?:img|dsc|pxl|screenshot|image|photo|untitled)[ _-]?[\d_ -]*",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"(?:an? )?(?:image|picture|photo|photograph|graphic|pic|icon|screenshot)(?: (?:of|showing|that shows)\b|$)",
    re.IGNORECASE,
)


class Links:
    """`metric.link_text`, `metric.shortener`, `metric.alt_missing`, `metric.alt_file_name`, `metric.alt_announced`."""

    name = "links"
    produces = (
        "metric.link_text", "metric.link_bare", "metric.shortener", "metric.link",
        "metric.alt_missing", "metric.alt_file_name", "metric.alt_announced",
    )  # fmt: skip

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The signals of one view: of `alt`, `image` and `url` views what they are, of others their links."""
        view = reading.view
        text = view.text
        if view.scope == "alt":
            yield from self._description(text)
        elif view.scope == "image":
            for span in view.marked("undescribed"):
                yield Signal("metric.alt_missing", span, source=self.name)
        else:
            for span in view.marked("link"):
                words = text[span.start : span.end].strip()
                if words and _EMPTY.fullmatch(words):
                    yield Signal("metric.link_text", span, source=self.name)
                elif words.lower().startswith(("http://", "https://")) and len(words) > 40:
                    yield Signal("metric.link_bare", span, source=self.name)
            for span in links(text):
                yield Signal("metric.link", span, source=self.name)
                host = _HOST.match(text, span.start)
                if host and host.group(1).lower() in _SHORTENERS and host.end() < span.end:
                    own = {domain.lower() for domain in reading.surroundings.domains}
                    if host.group(1).lower() not in own:
                        yield Signal("metric.shortener", span, source=self.name)

    def _description(self, text: str) -> Iterator[Signal]:
        words = text.strip()
        span = Span(0, len(text))
        if _FILE.fullmatch(words):
            yield Signal("metric.alt_file_name", span, source=self.name)
        elif _ANNOUNCED.match(words):
            yield Signal("metric.alt_announced", span, source=self.name)
