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
from postguard.draft.passages import CELL
from postguard.draft.strip import Strip
from postguard.errors import UncheckedError

if TYPE_CHECKING:
    from tree_sitter import Node

MAX_DEPTH = 10_500
"""Elements inside each other; the parser's time grows with the square of the depth."""

# fmt: off
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
_OPTIONAL_END = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp",
    "rt",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "textarea", "tfoot", "thead", "tr", "ul", "video", "audio", "iframe",
    "button", "label",
))
# fmt: on
_CELLS = frozenset(("td", "th"))
_MARKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("b", "strong", "i", "em", "u"), "emphasis"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("blockquote", "q"), "quote"),
    "p": "paragraph",
    "a": "link",
}
_ADDRESSES = frozenset(("href", "src", "action", "poster", "cite"))
_WORDED = frozenset(("title", "aria-label", "aria-description", "placeholder", "label", "summary"))
# fmt: off
_META = frozenset((
    "description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description",
    "twitter:image:alt", "keywords", "author",
))
# fmt: on
_OPAQUE = frozenset(("end_tag", "erroneous_end_tag", "doctype", "raw_text", "script_element", "style_element"))
_TAGS = frozenset(("start_tag", "self_closing_tag", "end_tag", "erroneous_end_tag"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_PIECE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\f]|&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_BLANK = " \t\r\n\f"


def read_html(source: str, start: int = 0) -> Reading:
    """The views of an HTML page or fragment from `start` on.

    Raises:
        UncheckedError: `too-deep`, when more than `MAX_DEPTH` elements stand inside each other.
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
        found = _TAG.match(strip.text)
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
        text = _readable(self._strip.text)
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
                found = _TAG.match(self._strip.text, start)
                if found:
                    self._block_if(found[2].lower(), start)
                    self.end_tag(found[2].lower())
            return False
        return kind not in ("text", "entity", "tag_name")

    def _is_tag(self, start: int, end: int) -> bool:
        """Whether a browser reads it as a tag too; the parser takes `5 < 6` and unclosed tags for tags as well."""
        return bool(_TAG.match(self._strip.text, start)) and self._strip.text[end - 1] == ">"

    def _leave(self, node: Node) -> None:
        if node.type != "element":
            return
        end = self._tree.at(node.end_byte)
        self._text_to(end)
        name = self._elements.pop()
        if name is None or (self._alone and name not in _VOID):
            return
        self._block_if(name, end)
        self.end_tag(name)
        if name in _BLOCKS:
            self._collector.blocks.append(self._strip.span(self._tree.at(node.start_byte), end))

    def _start_tag(self, node: Node, start: int) -> None:
        name, attributes = self._attributes(node)
        if self._elements and self._elements[-1] is None:
            self._elements[-1] = name
        self._block_if(name, start)
        if name == "hr":
            self._prose.rule()
        elif name == "br":
            self._space = None
            if not self._prose.at_block_start:
                self._strip.write_as(self._prose, "\n", start, self._at)
        elif name in _CELLS:
            self._prose.block(CELL)
        elif name == "img":
            self._run = (self._run[0], True)
        elif name == "title":
            self._title()
        if name in _MARKS and name not in _VOID:
            self._flush_space()
            self._prose.open(_MARKS[name])
        self._attribute_views(name, attributes)

    def end_tag(self, name: str) -> None:
        """Close what the start tag of this name opened."""
        if name in _MARKS:
            self._prose.close(_MARKS[name])
        if name in _BLOCKS:
            self._prose.block()

    def _block_if(self, name: str, at: int) -> None:
        if name in _BLOCKS:
            self._block(at)
        elif name in _CELLS or name == "hr":
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

    def _attributes(self, node: Node) -> tuple[str, dict[str, tuple[int, int]]]:
        name, found = "", {}
        for child in node.named_children:
            if child.type == "tag_name":
                start, end = self._tree.range(child)
                name = self._strip.text[start:end].lower()
            elif child.type == "attribute":
                key, value = "", (0, 0)
                for part in child.named_children:
                    inner = (
                        part.named_children[0]
                        if part.type == "quoted_attribute_value" and part.named_children
                        else part
                    )
                    if inner.type == "attribute_name":
                        start, end = self._tree.range(inner)
                        key = self._strip.text[start:end].lower()
                    elif inner.type == "attribute_value":
                        value = self._tree.range(inner)
                if key and key not in found:
                    found[key] = value
        return name, found

    def _attribute_views(self, name: str, attributes: dict[str, tuple[int, int]]) -> None:
        text, collector, strip = self._strip.text, self._collector, self._strip
        for key, (start, end) in attributes.items():
            if start == end:
                continue
            if key == "alt":
                collector.side("alt", strip, start, end)
            elif key in _ADDRESSES:
                image = key == "src" and name in ("img", "source", "input")
                described = name != "img" or "alt" in attributes or "aria-label" in attributes
                collector.link(strip, start, end, image=image, described=described)
            elif key in _WORDED:
                collector.side("attribute", strip, start, end)
            elif (key == "value" and name == "input") or (key == "content" and name == "meta"):
                named = attributes.get("name") or attributes.get("property") or (0, 0)
                if name == "input" or text[named[0] : named[1]].lower() in _META:
                    collector.side("attribute", strip, start, end)

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


def _readable(text: str) -> str:
    """The text as the parser gets it, of the same length.

    A comment that is never closed is read as text, and here kept from the parser, which takes quadratic time for it.
    """
    if text.count("<") > MAX_DEPTH and _depth(text) > MAX_DEPTH:
        raise UncheckedError(
            "too-deep",
            f"more than {MAX_DEPTH} HTML elements are inside each other; simplify the markup, then check again",
        )
    closed = text.rfind("-->") + 1
    if text.find("<!--", closed) >= 0:
        text = text[:closed] + text[closed:].replace("<!--", "    ")
    return text


def _depth(text: str) -> int:
    """An upper estimate of how deep the elements are nested."""
    depth = deepest = 0
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name in _VOID or name in _OPTIONAL_END:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
