"""The attributes of HTML elements: their values, and the views that they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postguard.draft.collect import Collector
from postguard.draft.grammar import SyntaxTree
from postguard.draft.html_elements import ADDRESSES, META, WORDED
from postguard.draft.strip import Strip

if TYPE_CHECKING:
    from tree_sitter import Node


def read_attributes(node: Node, tree: SyntaxTree, strip: Strip) -> tuple[str, dict[str, tuple[int, int]]]:
    """The name of an element and where its attributes' values stand, by key; the first of a key counts."""
    name = ""
    found: dict[str, tuple[int, int]] = {}
    for child in node.named_children:
        if child.type == "tag_name":
            start, end = tree.range(child)
            name = strip.text[start:end].lower()
        elif child.type == "attribute":
            key, value = "", (0, 0)
            for part in child.named_children:
                inner = (
                    part.named_children[0] if part.type == "quoted_attribute_value" and part.named_children else part
                )
                if inner.type == "attribute_name":
                    start, end = tree.range(inner)
                    key = strip.text[start:end].lower()
                elif inner.type == "attribute_value":
                    value = tree.range(inner)
            if key and key not in found:
                found[key] = value
    return name, found


def collect_attributes(name: str, attributes: dict[str, tuple[int, int]], collector: Collector, strip: Strip) -> None:
    """Make views of the attributes that a reader sees, hears or follows."""
    text = strip.text
    for key, (start, end) in attributes.items():
        if start == end:
            continue
        if key == "alt":
            collector.side("alt", strip, start, end)
        elif key in ADDRESSES:
            image = key == "src" and name in ("img", "source", "input")
            described = name != "img" or "alt" in attributes or "aria-label" in attributes
            collector.link(strip, start, end, image=image, described=described)
        elif key in WORDED:
            collector.side("attribute", strip, start, end)
        elif (key == "value" and name == "input") or (key == "content" and name == "meta"):
            named = attributes.get("name") or attributes.get("property") or (0, 0)
            if name == "input" or text[named[0] : named[1]].lower() in META:
                collector.side("attribute", strip, start, end)
