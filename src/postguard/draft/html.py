"""HTML to views.

Visible text is whatever is not a tag, a comment, a script or a style: what the parser could not make sense of stays
visible rather than being lost, because an unread word is a missed finding.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from postguard.draft.collect import Collector, Reading
from postguard.draft.grammar import SyntaxTree, walk
from postguard.draft.html_attributes import collect_attributes, read_attributes
from postguard.draft.html_elements import BLOCKS, CELLS, MARKS, VOID
from postguard.draft.html_guard import TAG, readable
from postguard.draft.passages import CELL
from postguard.draft.strip import Strip

if TYPE_CHECKING:
    from tree_sitter import Node

_OPAQUE = frozenset(("end_tag", "erroneous_end_tag", "doctype", "raw_text", "script_element", "style_element"))
_TAGS = frozenset(("start_tag", "self_closing_tag", "end_tag", "erroneous_end_tag"))
_PIECE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\f]|&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_BLANK = " \t\r\n\f"


def read_html(source: str, start: int = 0) -> Reading:
    """The views of an HTML page or fragment from `start` on.

    Raises:
        UncheckedError: `too-deep`, when more than `html_guard.MAX_DEPTH` elements stand inside each other.
    """
    collector = Collector(source)
    collect_html(collector, Strip(source, [(start, len(source))]))
    return collector.finish()


def collect_html(collector: Collector, strip: Strip) -> None:
    """Read a strip of HTML into a collector, as a block of its own."""
    collector.prose.block()
    _Reader(collector, strip).read()
    collector.prose.block()


def collect_tag(collector: Collector, strip: Strip) -> None:
    """Read one tag or comment that stands inside markdown text: its role lasts until its own end tag."""
    if strip.text.startswith("</"):
        found = TAG.match(strip.text)
        if found:
            _Reader(collector, strip).end_tag(found[2].lower())
        return
    _Reader(collector, strip).read(alone=True)


class _Reader:
    def __init__(self, collector: Collector, strip: Strip) -> None:
        self._collector = collector
        self._prose = collector.prose
        self._strip = strip
        self._tree: SyntaxTree
        self._at = 0
        self._space: tuple[int, int] | None = None
        self._elements: list[str | None] = []
        self._alone = False
        self._run: tuple[int, bool] = (0, False)

    def read(self, *, alone: bool = False) -> None:
        text = readable(self._strip.text)
        self._alone = alone
        self._tree = SyntaxTree("html", text)
        walk(self._tree.root, self._enter, self._leave)
        self._text_to(self._strip.length)
        self._end_run(self._strip.length)

    def _enter(self, node: Node) -> bool:
        kind = node.type
        if kind == "element":
            self._elements.append(None)
            return True
        if kind in ("start_tag", "self_closing_tag", "comment") or kind in _OPAQUE:
            start, end = self._tree.range(node)
            if kind in _TAGS and not self._is_tag(start, end):
                return False
            self._text_to(start)
            self._at = max(self._at, end)
            if kind == "comment":
                self._collector.comment(self._strip, start, end)
                if not self._run[1]:
                    self._run = (self._at, False)
            elif kind in ("start_tag", "self_closing_tag"):
                self._start_tag(node, start)
            elif kind in ("script_element", "style_element"):
                self._block(start)
            elif kind in ("end_tag", "erroneous_end_tag") and (not self._elements or self._elements[-1] is None):
                found = TAG.match(self._strip.text, start)
                if found:
                    self._block_if(found[2].lower(), start)
                    self.end_tag(found[2].lower())
            return False
        return kind not in ("text", "entity", "tag_name")

    def _is_tag(self, start: int, end: int) -> bool:
        """Whether a browser reads it as a tag too; the parser takes `5 < 6` and unclosed tags for tags as well."""
        return bool(TAG.match(self._strip.text, start)) and self._strip.text[end - 1] == ">"

    def _leave(self, node: Node) -> None:
        if node.type != "element":
            return
        end = self._tree.at(node.end_byte)
        self._text_to(end)
        name = self._elements.pop()
        if name is None or (self._alone and name not in VOID):
            return
        self._block_if(name, end)
        self.end_tag(name)
        if name in BLOCKS:
            self._collector.blocks.append(self._strip.span(self._tree.at(node.start_byte), end))

    def _start_tag(self, node: Node, start: int) -> None:
        name, attributes = read_attributes(node, self._tree, self._strip)
        if self._elements and self._elements[-1] is None:
            self._elements[-1] = name
        self._block_if(name, start)
        if name == "hr":
            self._prose.rule()
        elif name == "br":
            self._space = None
            if not self._prose.at_block_start:
                self._strip.write_as(self._prose, "\n", start, self._at)
        elif name in CELLS:
            self._prose.block(CELL)
        elif name == "img":
            self._run = (self._run[0], True)
        elif name == "title":
            self._title()
        if name in MARKS and name not in VOID:
            self._flush_space()
            self._prose.open(MARKS[name])
        collect_attributes(name, attributes, self._collector, self._strip)

    def end_tag(self, name: str) -> None:
        """Close what the start tag of this name opened."""
        if name in MARKS:
            self._prose.close(MARKS[name])
        if name in BLOCKS:
            self._prose.block()

    def _block_if(self, name: str, at: int) -> None:
        if name in BLOCKS:
            self._block(at)
        elif name in CELLS or name == "hr":
            self._space = None
            self._end_run(at)

    def _block(self, at: int) -> None:
        self._space = None
        self._prose.block()
        self._end_run(at)

    def _end_run(self, at: int) -> None:
        """Note the stretch of text between two block tags as a block that a directive can cover."""
        start, filled = self._run
        if filled:
            self._collector.blocks.append(self._strip.span(start, at))
        self._run = (self._at, False)

    def _title(self) -> None:
        """The page's title is a view of its own; its text ends where the next tag starts."""
        end = self._strip.text.find("<", self._at)
        end = self._strip.length if end < 0 else end
        first, last = _trimmed(self._strip.text, self._at, end)
        self._collector.side("title", self._strip, first, last)
        self._at = end

    def _text_to(self, end: int) -> None:
        """Write the visible text up to `end`: white space runs shrink to one character, entities are decoded."""
        start, self._at = self._at, max(self._at, end)
        if end <= start:
            return
        text = self._strip.text
        first, last = _trimmed(text, start, end)
        if first > start and not self._space:
            self._space = (start, first)
        if first == last:
            return
        self._flush_space()
        self._run = (self._run[0], True)
        at = first
        for match in _PIECE.finditer(text, first, last):
            begin, stop = match.span()
            if text[begin] == "&":
                decoded = unescape(match[0])
                if decoded == match[0] or not decoded:
                    continue
                self._strip.write(self._prose, at, begin)
                self._strip.write_as(self._prose, decoded, begin, stop)
            else:
                self._strip.write(self._prose, at, begin)
                self._write_space(begin, stop)
            at = stop
        self._strip.write(self._prose, at, last)
        if last < end:
            self._space = (last, end)

    def _flush_space(self) -> None:
        if self._space and not self._prose.at_block_start:
            self._write_space(*self._space)
        self._space = None

    def _write_space(self, start: int, end: int) -> None:
        newline = self._strip.text.find("\n", start, end)
        at = newline if newline >= 0 else start
        if self._strip.text[at] in " \n\t":
            self._strip.write(self._prose, at, at + 1)
        else:
            self._strip.write_as(self._prose, " ", start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends; an empty one lies at `end`."""
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip(_BLANK))
    return first, max(first, start + len(piece.rstrip(_BLANK)))
