"""What the names of HTML elements and attributes mean to the reader of a page."""

from __future__ import annotations

# fmt: off
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))
"""Elements without an end tag."""

OPTIONAL_END = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp",
    "rt",
))
"""Elements whose end tag may be left out."""

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section",
    "select", "summary", "table", "tbody", "textarea", "tfoot", "thead", "tr", "ul", "video", "audio", "iframe",
    "button", "label",
))
"""Elements that start and end a block of text."""

CELLS = frozenset(("td", "th"))
"""Cells of a table."""

MARKS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("b", "strong", "i", "em", "u"), "emphasis"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("blockquote", "q"), "quote"),
    "p": "paragraph",
    "a": "link",
}
"""What the text inside an element is."""

ADDRESSES = frozenset(("href", "src", "action", "poster", "cite"))
"""Attributes that hold an address."""

WORDED = frozenset(("title", "aria-label", "aria-description", "placeholder", "label", "summary"))
"""Attributes with words that a reader sees or hears."""

META = frozenset((
    "description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description",
    "twitter:image:alt", "keywords", "author",
))
"""Names of `meta` elements with words that a reader sees."""
# fmt: on
