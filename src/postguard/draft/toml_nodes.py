"""TOML as the nodes of a YAML parser: one tree with places for both, so that front matter is read in one way."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from postguard.draft.grammar import SyntaxTree

if TYPE_CHECKING:
    import tree_sitter
    from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_TAG = "tag:yaml.org,2002:"
# The YAML types of values that stand without quotes; a time of day has none and is a text.
_KINDS = {
    "boolean": "bool",
    "integer": "int",
    "float": "float",
    "local_date": "timestamp",
    "local_date_time": "timestamp",
    "offset_date_time": "timestamp",
}


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
    def __init__(self, text: str) -> None:
        self._text = text
        self._tree = SyntaxTree("toml", text)
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._members: dict[int, dict[str, Node]] = {}

    def compose(self) -> MappingNode:
        document = self._tree.root
        root = self._fill(self._mapping(document), document)
        for node in document.named_children:
            if node.type == "table":
                self._fill(self._descend(root, self._keys(node.named_children[0]), node), node)
            elif node.type == "table_array_element":
                self._fill(self._append(root, self._keys(node.named_children[0]), node), node)
        return root

    def _fill(self, table: MappingNode, node: tree_sitter.Node) -> MappingNode:
        """Put in the pairs that stand directly under a node."""
        for pair in node.named_children:
            if pair.type == "pair":
                key, value = pair.named_children[:2]  # a comment may be the third
                *path, last = self._keys(key)
                self._put(self._descend(table, path, pair), last, self._value(value))
        return table

    def _keys(self, node: tree_sitter.Node) -> list[ScalarNode]:
        """The parts of a key; a dotted one is nested in its first part."""
        parts = []
        while node.type == "dotted_key":
            node, last = node.named_children
            parts.append(last)
        return [self._scalar(part) for part in (node, *reversed(parts))]

    def _value(self, node: tree_sitter.Node) -> Node:
        if node.type == "array":
            return self._sequence([self._value(item) for item in node.named_children if item.type != "comment"], node)
        if node.type == "inline_table":
            return self._fill(self._mapping(node), node)
        return self._scalar(node)

    def _descend(self, table: MappingNode, keys: list[ScalarNode], node: tree_sitter.Node) -> MappingNode:
        """The table that a path leads to, made where it is new; of an array of tables the last."""
        for key in keys:
            child: Any = self._members[id(table)].get(key.value)
            if child is None:
                child = self._mapping(node)
                self._put(table, key, child)
            table = child if child.id == "mapping" else child.value[-1]
        return table

    def _append(self, root: MappingNode, keys: list[ScalarNode], node: tree_sitter.Node) -> MappingNode:
        """A further table of an array of tables."""
        owner = self._descend(root, keys[:-1], node)
        tables: Any = self._members[id(owner)].get(keys[-1].value)
        if tables is None:
            tables = self._sequence([], node)
            self._put(owner, keys[-1], tables)
        table = self._mapping(node)
        tables.value.append(table)
        return table

    def _put(self, table: MappingNode, key: ScalarNode, value: Node) -> None:
        self._members[id(table)][key.value] = value
        table.value.append((key, value))

    def _scalar(self, node: tree_sitter.Node) -> ScalarNode:
        from yaml.nodes import ScalarNode

        start, end = self._tree.range(node)
        value, style = self._text[start:end], None
        if node.type in ("string", "quoted_key"):
            style = value[0]
            if value.startswith(style * 3):
                start, end = start + 2, end - 2
            value = tomllib.loads(f"v = {value}")["v"]
        return ScalarNode(_TAG + _KINDS.get(node.type, "str"), value, self._mark(start), self._mark(end), style=style)

    def _sequence(self, items: list[Node], node: tree_sitter.Node) -> SequenceNode:
        from yaml.nodes import SequenceNode

        start, end = self._tree.range(node)
        return SequenceNode(f"{_TAG}seq", items, self._mark(start), self._mark(end))

    def _mapping(self, node: tree_sitter.Node) -> MappingNode:
        from yaml.nodes import MappingNode

        start, end = self._tree.range(node)
        table = MappingNode(f"{_TAG}map", [], self._mark(start), self._mark(end))
        self._members[id(table)] = {}
        return table

    def _mark(self, at: int) -> Any:
        from yaml import Mark

        line = bisect_right(self._lines, at) - 1
        return Mark("", at, line, at - self._lines[line], None, 0)
