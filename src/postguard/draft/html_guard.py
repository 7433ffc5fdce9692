"""HTML as the parser gets it: not too deep, and no comment left open."""

from __future__ import annotations

import re

from postguard.draft.html_elements import OPTIONAL_END, VOID
from postguard.errors import UncheckedError

MAX_DEPTH = 10_500
"""Elements inside each other; the parser's time grows with the square of the depth."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
"""The start of a tag, as a browser reads it."""


def readable(text: str) -> str:
    """The text as the parser gets it, of the same length.

    A comment that is never closed is read as text, and here kept from the parser, which takes quadratic time for it.

    Raises:
        UncheckedError: `too-deep`, when more than `MAX_DEPTH` elements stand inside each other.
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
    for match in TAG.finditer(text):
        name = match[2].lower()
        if name in VOID or name in OPTIONAL_END:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
