"""The prose of a draft as it is read: blocks, marks, and passages parted by thematic breaks."""

from __future__ import annotations

from postguard.draft.span import Span
from postguard.draft.view import View, ViewBuilder

BLOCK = "\n\n"
"""Joins two blocks of a view; it stands for no source."""

CELL = " | "
"""Joins two cells of a table row."""


class _Open:
    """A mark whose end is still to come; it starts at the first text after it was opened."""

    __slots__ = ("kind", "start")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.start: int | None = None


class Passages:
    """Collects text with marks into one view for each passage."""

    def __init__(self, scope: str = "prose") -> None:
        self.views: list[View] = []
        self._scope = scope
        self._builder = ViewBuilder(scope)
        self._joiner: str | None = None
        self._open: dict[str, list[_Open]] = {}
        self._fresh: list[_Open] = []

    @property
    def at_block_start(self) -> bool:
        """Whether the next text opens a block, where leading white space is not read."""
        return self._joiner is not None or self._builder.length == 0

    def add(self, text: str, source: Span, *, literal: bool = True) -> None:
        """Append text that stands for a stretch of source."""
        if not text:
            return
        if self._joiner is not None:
            if self._builder.length:
                self._builder.join(self._joiner)
            self._joiner = None
        if self._fresh:
            for mark in self._fresh:
                mark.start = self._builder.length
            self._fresh.clear()
        self._builder.add(text, source, literal=literal)

    def open(self, kind: str) -> None:
        """The text from here on has a role, until `close`."""
        mark = _Open(kind)
        self._open.setdefault(kind, []).append(mark)
        self._fresh.append(mark)

    def close(self, kind: str) -> None:
        """End the innermost open mark of a kind, if there is one."""
        if not self._open.get(kind):
            return
        mark = self._open[kind].pop()
        if mark.start is not None:
            self._builder.mark(kind, mark.start)
        else:
            mark.kind = ""

    def block(self, joiner: str = BLOCK) -> None:
        """What follows is another block (or cell): the joiner goes before its first text."""
        if self._joiner != BLOCK:
            self._joiner = joiner

    def rule(self) -> None:
        """End the passage here; open marks go on in the next one."""
        self._fresh = [mark for mark in self._fresh if mark.kind]
        waiting = {id(mark) for mark in self._fresh}
        for marks in self._open.values():
            for mark in marks:
                if mark.start is not None:
                    self._builder.mark(mark.kind, mark.start)
                    mark.start = None
                if id(mark) not in waiting:
                    self._fresh.append(mark)
        if self._builder.length:
            self.views.append(self._builder.build())
        self._builder = ViewBuilder(self._scope)
        self._joiner = None

    def finish(self) -> list[View]:
        """The finished views, none of them empty."""
        self.rule()
        return self.views
