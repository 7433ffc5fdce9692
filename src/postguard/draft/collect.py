"""What a format reader fills in while it walks: prose, side views, directives, blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote_to_bytes

from postguard.draft.directives import Note, read_note, resolve
from postguard.draft.interface import Directive
from postguard.draft.passages import Passages
from postguard.draft.span import Span
from postguard.draft.strip import Strip, Target
from postguard.draft.view import View, ViewBuilder

ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format reader gives back."""

    views: tuple[View, ...]
    """In the order in which they start in the source."""

    directives: tuple[Directive, ...]


class Collector:
    """Takes the pieces of one draft."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = Passages()
        self.views: list[View] = []
        self.notes: list[Note] = []
        self.blocks: list[Span] = []
        # Blocks are only noted for directives to cover; most drafts have none.
        self.wants_blocks = "postguard" in source.lower()

    def side(self, scope: str, strip: Strip, start: int, end: int, *, entities: bool = True) -> None:
        """Add a view of its own for a stretch, its entities decoded unless it is code or a comment."""
        builder = ViewBuilder(scope)
        if entities:
            write_entities(strip, builder, start, end)
        else:
            strip.write(builder, start, end)
        self._keep(builder)

    def link(self, strip: Strip, start: int, end: int, *, image: bool = False, described: bool = True) -> None:
        """Add the `url` view of an address, and the `image` view of the file name that ends it.

        The view of an image without a description carries the mark `undescribed`.
        """
        self.side("url", strip, start, end)
        if not image:
            return
        text = strip.text[start:end]
        path = re.split(r"[?#]", text, maxsplit=1)[0]
        if path.startswith("data:"):
            return
        first, last = start + max(path.rfind("/"), path.rfind("\\")) + 1, start + len(path)
        builder = ViewBuilder("image")
        for match in _PERCENT.finditer(strip.text, first, last):
            try:
                decoded = unquote_to_bytes(match[0]).decode("utf-8")
            except UnicodeDecodeError:
                continue
            strip.write(builder, first, match.start())
            strip.write_as(builder, decoded, match.start(), match.end())
            first = match.end()
        strip.write(builder, first, last)
        if not described:
            builder.mark("undescribed", 0)
        self._keep(builder)

    def comment(self, strip: Strip, start: int, end: int) -> bool:
        """Add an HTML comment (with its `<!--` and `-->`); says whether it is a directive."""
        opened, closed = start + 4, max(start + 4, end - 3)
        note = read_note(strip.text[opened:closed], strip.span(start, end))
        if note:
            self.notes.append(note)
            return True
        text = strip.text[opened:closed]
        self.side(
            "comment", strip, opened + len(text) - len(text.lstrip()), opened + len(text.rstrip()), entities=False
        )
        return False

    def _keep(self, builder: ViewBuilder) -> None:
        if builder.length:
            self.views.append(builder.build())

    def finish(self) -> Reading:
        """The views and directives of the draft."""
        views = [*self.prose.finish(), *self.views]
        views.sort(key=lambda view: view.segments[0].source.start)
        return Reading(tuple(views), resolve(self.source, self.notes, self.blocks))


def write_entities(strip: Strip, target: Target, start: int, end: int) -> None:
    """Write a stretch with its character references decoded."""
    at = start
    if strip.text.find("&", start, end) >= 0:
        for match in ENTITY.finditer(strip.text, start, end):
            decoded = unescape(match[0])
            if decoded == match[0] or not decoded:
                continue
            strip.write(target, at, match.start())
            strip.write_as(target, decoded, match.start(), match.end())
            at = match.end()
    strip.write(target, at, end)
