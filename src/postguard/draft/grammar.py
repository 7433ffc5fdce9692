"""The parsers of tree-sitter, with byte offsets turned into code points."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tree_sitter import Language, Node

Grammar = Literal["markdown", "inline", "html", "toml"]

# 1 for a byte that starts a code point in UTF-8, 0 for a continuation byte.
_STARTS = bytes(0 if 0x80 <= byte < 0xC0 else 1 for byte in range(256))
# Bytes that the grammars read in a way that readers of a draft do not: NUL ends a text, `$` starts LaTeX (so a price
# such as $50 would swallow the markup up to the next one). Both are replaced by as many bytes, so offsets hold.
_NEUTRAL = bytes.maketrans(b"\0$", b"?%")


@lru_cache(maxsize=4)
def _language(grammar: Grammar) -> Language:
    # Imported here: importing postguard must stay cheap.
    from tree_sitter import Language

    if grammar == "html":
        import tree_sitter_html

        return Language(tree_sitter_html.language())
    if grammar == "toml":
        import tree_sitter_toml

        return Language(tree_sitter_toml.language())
    import tree_sitter_markdown

    return Language(
        tree_sitter_markdown.language() if grammar == "markdown" else tree_sitter_markdown.inline_language()
    )


class SyntaxTree:
    """The syntax tree of a text, whose offsets are asked for in code points.

    Args:
        grammar: `markdown` (blocks), `inline` (markdown inside a block), `html` or `toml`.
        text: what to parse; it may hold anything that a str can hold.
    """

    def __init__(self, grammar: Grammar, text: str) -> None:
        from tree_sitter import Parser

        # A line end on both sides: the block grammar needs the last one, and the first keeps it from reading a
        # thematic break at the top as front matter, which has been taken off before.
        self._pad = 1 if grammar == "markdown" else 0
        data = text.encode("utf-8", "replace").translate(_NEUTRAL)
        self._length = len(text)
        self._table = None if len(data) == len(text) else array("I", accumulate(data.translate(_STARTS), initial=0))
        if self._pad:
            data = b"\n" + data + b"\n"
        self._tree = Parser(_language(grammar)).parse(data)

    @property
    def root(self) -> Node:
        """The root node; its offsets are bytes, see `at`."""
        return self._tree.root_node

    def at(self, byte: int) -> int:
        """The code-point offset in the text of a byte offset of a node."""
        byte -= self._pad
        if byte <= 0:
            return 0
        if self._table is None:
            return min(byte, self._length)
        return self._table[byte] if byte < len(self._table) else self._length

    def range(self, node: Node) -> tuple[int, int]:
        """Start and end of a node in code points."""
        return self.at(node.start_byte), self.at(node.end_byte)


def walk(node: Node, enter: Callable[[Node], bool], leave: Callable[[Node], None]) -> None:
    """Visit a tree in reading order without recursion, however deep it is.

    Args:
        node: where to start; its siblings are left alone.
        enter: called before the children; its answer says whether to visit them.
        leave: called after them, for every node that was entered.
    """
    cursor = node.walk()
    trail: list[Node] = []
    while True:
        current = cursor.node
        assert current is not None  # the cursor stands on a node as long as its moves succeed
        if enter(current) and cursor.goto_first_child():
            trail.append(current)
            continue
        leave(current)
        while not cursor.goto_next_sibling():
            if not trail:
                return
            cursor.goto_parent()
            leave(trail.pop())
        if not trail:
            return
