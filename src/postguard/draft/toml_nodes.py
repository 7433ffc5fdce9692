"""TOML as the nodes of a YAML parser: one tree with places for both, so that front matter is read in one way."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_TAG = "tag:yaml.org,2002:"
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'',
    re.DOTALL,
)
_BARE = re.compile(r"[^,\]}#\r\n]+")
_KEY_PART = re.compile(r'[ \t]*("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[A-Za-z0-9_-]+)[ \t]*')


def compose(text: str) -> MappingNode:
    """The tree of a TOML text: mappings, sequences and scalars with the offset, line and column of each.

    The marks of a string in three quotes stand at the innermost of them, as if it had one on each side.

    Raises:
        ValueError: it is not TOML; the message quotes the text.
        RecursionError: it is nested too deep.
    """
    tomllib.loads(text)
    return _Composer(text).compose()


class _Composer:
    """Walks a text that is known to be valid, so that every look for the next sign succeeds."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._members: dict[int, dict[str, Node]] = {}

    def compose(self) -> MappingNode:
        root = table = self._mapping(0)
        while self._skip() < len(self._text):
            if self._text.startswith("[", self._at):
                width = 2 if self._text.startswith("[[", self._at) else 1
                start = self._at
                self._at += width
                keys = list(self._keys())
                self._at += width
                table = self._descend(root, keys, start) if width == 1 else self._append(root, keys, start)
            else:
                self._pair(table)
        return root

    def _pair(self, table: MappingNode) -> None:
        start = self._at
        *path, last = self._keys()
        self._at = self._text.index("=", self._at) + 1
        self._put(self._descend(table, path, start), last, self._value())

    def _keys(self) -> Iterator[ScalarNode]:
        """The parts of a dotted key."""
        while True:
            part = _KEY_PART.match(self._text, self._at)
            if part is None:
                return
            self._at = part.end()
            name = tomllib.loads(f"v = {part[1]}")["v"] if part[1][0] in "\"'" else part[1]
            yield self._scalar(name, "str", part.start(1), part.end(1))
            if not self._text.startswith(".", self._at):
                return
            self._at += 1

    def _value(self) -> Node:
        start = self._skip()
        sign = self._text[start]
        if sign == "[":
            return self._array(start)
        if sign == "{":
            return self._inline(start)
        string = _STRING.match(self._text, start)
        if string:
            self._at = string.end()
            value = tomllib.loads(f"v = {string[0]}")["v"]
            inset = 2 if string[0].startswith(sign * 3) else 0
            return self._scalar(value, "str", start + inset, self._at - inset, sign)
        bare = _BARE.match(self._text, start)
        raw = bare[0].rstrip() if bare else ""
        self._at = start + len(raw)
        return self._scalar(raw, _kind(tomllib.loads(f"v = {raw}")["v"]), start, self._at)

    def _array(self, start: int) -> SequenceNode:
        items = []
        self._at += 1
        while self._text[self._skip()] != "]":
            if self._text[self._at] == ",":
                self._at += 1
            else:
                items.append(self._value())
        self._at += 1
        return self._sequence(items, start)

    def _inline(self, start: int) -> MappingNode:
        table = self._mapping(start)
        self._at += 1
        while self._text[self._skip()] != "}":
            if self._text[self._at] == ",":
                self._at += 1
            else:
                self._pair(table)
        self._at += 1
        return table

    def _descend(self, table: MappingNode, keys: list[ScalarNode], start: int) -> MappingNode:
        """The table that a path leads to, made where it is new; of an array of tables the last."""
        for key in keys:
            child: Any = self._members[id(table)].get(key.value)
            if child is None:
                child = self._mapping(start)
                self._put(table, key, child)
            table = child if child.id == "mapping" else child.value[-1]
        return table

    def _append(self, root: MappingNode, keys: list[ScalarNode], start: int) -> MappingNode:
        """A further table of an array of tables."""
        owner = self._descend(root, keys[:-1], start)
        tables: Any = self._members[id(owner)].get(keys[-1].value)
        if tables is None:
            tables = self._sequence([], start)
            self._put(owner, keys[-1], tables)
        table = self._mapping(start)
        tables.value.append(table)
        return table

    def _put(self, table: MappingNode, key: ScalarNode, value: Node) -> None:
        self._members[id(table)][key.value] = value
        table.value.append((key, value))

    def _skip(self) -> int:
        """Go on to what is neither blank nor a comment."""
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at
        return self._at

    def _scalar(self, value: str, kind: str, start: int, end: int, style: str | None = None) -> ScalarNode:
        from yaml.nodes import ScalarNode

        return ScalarNode(_TAG + kind, value, self._mark(start), self._mark(end), style=style)

    def _sequence(self, items: list[Node], start: int) -> SequenceNode:
        from yaml.nodes import SequenceNode

        return SequenceNode(f"{_TAG}seq", items, self._mark(start), self._mark(self._at))

    def _mapping(self, start: int) -> MappingNode:
        from yaml.nodes import MappingNode

        node = MappingNode(f"{_TAG}map", [], self._mark(start), self._mark(self._at))
        self._members[id(node)] = {}
        return node

    def _mark(self, at: int) -> Any:
        from yaml import Mark

        line = bisect_right(self._lines, at) - 1
        return Mark("", at, line, at - self._lines[line], None, 0)


def _kind(value: object) -> str:
    """The YAML type of a value that stands without quotes; a time of day has none and is a text."""
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int"
    if isinstance(value, float):
        return "float"
    return "timestamp" if isinstance(value, date) else "str"
