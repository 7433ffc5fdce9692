"""Markdown inside a block: emphasis, links, images, code, entities, tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from postguard.draft.collect import Collector, write_entities
from postguard.draft.grammar import SyntaxTree, walk
from postguard.draft.html import collect_tag
from postguard.draft.passages import Passages
from postguard.draft.strip import Strip

if TYPE_CHECKING:
    from tree_sitter import Node

MAX_DELIMITERS = 1500
"""Delimiters in one block beyond which its lines are read one by one: the parser needs quadratic time for them."""

_MARKUP = re.compile(r"[\\`*_\[<&~]|  +\r?\n")
_DELIMITERS = re.compile(r"[*_~`]+|!?\[|<")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_REFERENCES = frozenset(("full_reference_link", "collapsed_reference_link", "shortcut_link"))
_LINKS = _REFERENCES | {"inline_link"}
_EMPHASIS = frozenset(("emphasis", "strong_emphasis"))
_SKIPPED = frozenset(("link_destination", "link_title"))


class Known(Protocol):
    """Tells whether a link label is defined in the draft."""

    def __contains__(self, label: object) -> bool: ...


def label_key(text: str) -> str:
    """A link label as CommonMark compares it: without brackets, case folded, blanks as one."""
    return " ".join(text.strip("[]").split()).casefold()


def collect_inline(collector: Collector, strip: Strip, labels: Known) -> None:
    """Write the text of a block to the prose, without its markup, and what hides in the markup to views of its own."""
    if not _MARKUP.search(strip.text):
        strip.write(collector.prose, 0, strip.length)
        return
    if sum(1 for _ in _DELIMITERS.finditer(strip.text)) <= MAX_DELIMITERS:
        _Reader(collector, strip, labels).read()
        return
    for match in _LINE.finditer(strip.text):
        if sum(1 for _ in _DELIMITERS.finditer(match[0])) <= MAX_DELIMITERS:
            line = strip.cut(*match.span())
            _Reader(collector, line, labels).read()
        else:
            # Nobody writes a line like that: it is read as it stands, markers and all, so that no word is lost.
            write_entities(strip, collector.prose, *match.span())


class _Reader:
    def __init__(self, collector: Collector, strip: Strip, labels: Known) -> None:
        self._collector = collector
        self._strip = strip
        self._labels = labels
        self._tree = SyntaxTree("inline", strip.text)
        self._at = 0
        self._target = collector.prose
        self._outer: list[Passages] = []

    def read(self) -> None:
        walk(self._tree.root, self._enter, self._leave)
        self._text_to(self._strip.length)

    def _enter(self, node: Node) -> bool:
        if not node.is_named:
            return False
        kind = node.type
        if kind == "inline":
            return True
        start, end = self._tree.range(node)
        if kind in _SKIPPED or (start < self._at and kind not in _LINKS):
            return False
        if kind in ("emphasis_delimiter", "code_span_delimiter"):
            self._drop(start, end)
        elif kind in _EMPHASIS:
            self._text_to(start)
            self._target.open("emphasis")
        elif kind == "backslash_escape":
            self._drop(start, start + 1)
        elif kind == "hard_line_break":
            text = self._strip.text[start:end]
            self._drop(start, start + len(text) - len(text.lstrip("\\ \t")))
        elif kind in ("entity_reference", "numeric_character_reference"):
            self._text_to(start)
            write_entities(self._strip, self._target, start, end)
            self._at = end
        elif kind == "code_span":
            self._code(node, start, end)
        elif kind in ("uri_autolink", "email_autolink"):
            self._autolink(start, end)
        elif kind == "html_tag":
            self._text_to(start)
            self._at = end
            tag = self._strip.cut(start, end)
            if tag.text.startswith("<!--"):
                self._collector.comment(tag, 0, tag.length)
            else:
                collect_tag(self._collector, tag)
        elif kind in _LINKS or kind == "image":
            self._link(node, start, end)
        else:
            return True
        return kind in _EMPHASIS or kind in _LINKS or kind == "image"

    def _leave(self, node: Node) -> None:
        kind = node.type
        if kind in _EMPHASIS:
            self._text_to(self._tree.at(node.end_byte))
            self._target.close("emphasis")
        elif kind in _LINKS and self._is_link(node):
            # The text ended with its own node; brackets, address and title are no text.
            self._text_to_child(node, "link_text")
            self._target.close("link")
        elif kind == "image" and self._is_link(node):
            self._text_to_child(node, "image_description")
            self._collector.views.extend(self._target.finish())
            self._target = self._outer.pop()

    def _text_to_child(self, node: Node, kind: str) -> None:
        child = _child(node, kind)
        if child is not None:
            self._text_to(self._tree.at(child.end_byte))
        self._at = max(self._at, self._tree.at(node.end_byte))

    def _link(self, node: Node, start: int, end: int) -> None:
        if not self._is_link(node):
            return
        image = node.type == "image"
        self._text_to(start)
        words = _child(node, "image_description" if image else "link_text")
        self._at = self._tree.at(words.start_byte) if words is not None else end
        for child in node.named_children:
            if child.type == "link_destination":
                where = angled(self._strip.text, *self._tree.range(child))
                self._collector.link(self._strip, *where, image=image, described=words is not None)
            elif child.type == "link_title":
                first, last = self._tree.range(child)
                self._collector.side("attribute", self._strip, first + 1, last - 1)
        if image:
            self._outer.append(self._target)
            self._target = Passages("alt")
        else:
            self._target.open("link")

    def _is_link(self, node: Node) -> bool:
        """Whether it is a link for a reader: one by reference needs a definition, else the brackets are text."""
        label = _child(node, "link_label")
        if label is None:
            if node.type == "inline_link" or _child(node, "link_destination") is not None:
                return True
            if node.type == "image":
                label = _child(node, "image_description")
                if label is None:
                    return True
                after = self._tree.at(label.end_byte)
                if self._strip.text[after : after + 2] == "](":
                    return True
            else:
                label = _child(node, "link_text")
        if label is None:
            return False
        start, end = self._tree.range(label)
        return label_key(self._strip.text[start:end]) in self._labels

    def _code(self, node: Node, start: int, end: int) -> None:
        self._text_to(start)
        fences = [child for child in node.named_children if child.type == "code_span_delimiter"]
        first, last = self._tree.at(fences[0].end_byte), self._tree.at(fences[-1].start_byte)
        self._strip.write(self._target, first, last)
        self._collector.side("code", self._strip, first, last, entities=False)
        self._at = end

    def _autolink(self, start: int, end: int) -> None:
        self._text_to(start)
        self._target.open("link")
        self._strip.write(self._target, start + 1, end - 1)
        self._target.close("link")
        self._collector.side("url", self._strip, start + 1, end - 1, entities=False)
        self._at = end

    def _drop(self, start: int, end: int) -> None:
        self._text_to(start)
        self._at = max(self._at, end)

    def _text_to(self, end: int) -> None:
        if end > self._at:
            self._strip.write(self._target, self._at, end)
            self._at = end


def angled(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of a link destination without its angle brackets."""
    return (start + 1, end - 1) if end - start >= 2 and text[start] == "<" and text[end - 1] == ">" else (start, end)


def _child(node: Node, kind: str) -> Node | None:
    return next((child for child in node.named_children if child.type == kind), None)
