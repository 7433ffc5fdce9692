"""Markdown (CommonMark with tables and strikethrough) to views."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postguard.draft.collect import Collector, Reading
from postguard.draft.grammar import SyntaxTree, walk
from postguard.draft.html import collect_html
from postguard.draft.inline import angled, collect_inline, label_key
from postguard.draft.passages import CELL
from postguard.draft.strip import Strip

if TYPE_CHECKING:
    from tree_sitter import Node

_CLOSING = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE)
_ONLY_COMMENTS = re.compile(r"\s*(?:<!--(?:(?!-->).)*-->\s*)+\Z", re.DOTALL)
_CONTAINERS = {"block_quote": "quote", "list_item": "item"}
_HEADINGS = frozenset(("atx_heading", "setext_heading"))
_PLAIN = frozenset(("document", "section", "list", "pipe_table_delimiter_row"))


def read_markdown(source: str, start: int = 0) -> Reading:
    """The views of a markdown text from `start` on (after a byte-order mark or front matter).

    Raises:
        UncheckedError: `too-deep`, when HTML elements in it are nested too deep.
    """
    collector = Collector(source)
    _Reader(collector, Strip(source, [(start, len(source))])).read()
    return collector.finish()


class _Reader:
    def __init__(self, collector: Collector, strip: Strip) -> None:
        self._collector = collector
        self._prose = collector.prose
        self._strip = strip
        self._tree = SyntaxTree("markdown", strip.text)
        self._labels: set[str] = set()
        self._headings = 0

    def read(self) -> None:
        if "]:" in self._strip.text:
            walk(self._tree.root, self._define, lambda _: None)
        walk(self._tree.root, self._enter, self._leave)

    def _define(self, node: Node) -> bool:
        if node.type == "link_label":
            self._labels.add(label_key(self._text(node)))
        return node.is_named and node.type not in ("inline", "html_block")

    def _enter(self, node: Node) -> bool:
        if not node.is_named:
            return False
        kind = node.type
        if kind in _PLAIN:
            self._note_block(node, kind == "list")
            return kind != "pipe_table_delimiter_row"
        if kind in _CONTAINERS:
            self._note_block(node)
            self._prose.block()
            self._prose.open(_CONTAINERS[kind])
            return True
        if kind in _HEADINGS or kind == "paragraph":
            if self._headings:  # the paragraph inside an underlined heading
                return True
            self._note_block(node)
            self._prose.block()
            self._prose.open("paragraph" if kind == "paragraph" else "heading")
            self._headings += kind in _HEADINGS
            return True
        if kind == "inline":
            self._inline(node)
        elif kind in ("pipe_table", "pipe_table_header", "pipe_table_row"):
            self._note_block(node)
            self._prose.block()
            return True
        elif kind == "pipe_table_cell":
            self._prose.block(CELL)
            self._prose.open("cell")
            self._inline(node)
            self._prose.close("cell")
        elif kind == "thematic_break":
            self._prose.rule()
        elif kind == "html_block":
            self._html(node)
        elif kind in ("fenced_code_block", "indented_code_block"):
            self._note_block(node)
            self._code(node)
        elif kind == "link_reference_definition":
            self._definition(node)
        elif kind == "ERROR":
            self._prose.block()
            self._strip.write(self._prose, *self._tree.range(node))
        return False

    def _leave(self, node: Node) -> None:
        kind = node.type
        if kind in _CONTAINERS:
            self._prose.close(_CONTAINERS[kind])
            self._prose.block()
        elif kind in _HEADINGS:
            self._headings -= 1
            self._prose.close("heading")
        elif kind == "paragraph" and not self._headings:
            self._prose.close("paragraph")

    def _text(self, node: Node) -> str:
        start, end = self._tree.range(node)
        return self._strip.text[start:end]

    def _note_block(self, node: Node, wanted: bool = True) -> None:
        if wanted and self._collector.wants_blocks:
            start, end = self._tree.range(node)
            text = self._strip.text[start:end]
            self._collector.blocks.append(self._strip.span(start, start + len(text.rstrip())))

    def _cut(self, node: Node) -> Strip:
        """The node's text without the markers of the blocks around it."""
        start, end = self._tree.range(node)
        holes = [self._tree.range(child) for child in node.named_children if child.type == "block_continuation"]
        if self._headings:
            closing = _CLOSING.search(self._strip.text[start:end])
            end = start + closing.start() if closing else end
        return self._strip.cut(start, end, holes)

    def _inline(self, node: Node) -> None:
        strip = self._cut(node)
        text = strip.text
        start = len(text) - len(text.lstrip(" \t"))
        end = max(start, len(text.rstrip(" \t\r\n")))
        collect_inline(self._collector, strip if end - start == len(text) else strip.cut(start, end), self._labels)

    def _html(self, node: Node) -> None:
        strip = self._cut(node)
        if not _ONLY_COMMENTS.match(strip.text):
            self._note_block(node)
        collect_html(self._collector, strip)

    def _code(self, node: Node) -> None:
        content = node
        if node.type == "fenced_code_block":
            found = [child for child in node.named_children if child.type == "code_fence_content"]
            if not found:
                return
            content = found[0]
        strip = self._cut(content)
        self._collector.side("code", strip, 0, len(strip.text.rstrip()), entities=False)

    def _definition(self, node: Node) -> None:
        for child in node.named_children:
            start, end = self._tree.range(child)
            if child.type == "link_destination":
                start, end = angled(self._strip.text, start, end)
                picture = bool(_PICTURE.search(self._strip.text[start:end]))
                self._collector.link(self._strip, start, end, image=picture)
            elif child.type == "link_title":
                self._collector.side("attribute", self._strip, start + 1, end - 1)
