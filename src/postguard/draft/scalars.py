"""The scalars of a YAML block as views, mapped to the source exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from postguard.draft.span import Span
from postguard.draft.view import View, ViewBuilder

if TYPE_CHECKING:
    from yaml.nodes import ScalarNode

_WORD = re.compile(r"\S+")
_HEADER = re.compile(r"[|>][^\r\n]*(?:\r\n?|\n)")


def scalar_view(scope: str, node: ScalarNode, source: str, base: int) -> View | None:
    """The view of a scalar, or None when it has no text.

    Args:
        scope: the view's scope.
        node: the scalar as the parser gave it.
        source: the whole source of the draft.
        base: the offset in the source at which the parsed block starts.
    """
    value = node.value
    start, end = base + node.start_mark.index, base + node.end_mark.index
    if not value.strip() or end <= start:
        return None
    builder = ViewBuilder(scope)
    if source[start:end] == value:
        builder.add(value, Span(start, end))
    elif node.style in ("'", '"') and source[start + 1 : end - 1] == value:
        builder.add(value, Span(start + 1, end - 1))
    else:
        pieces = list(_word_by_word(node, source, start, end))
        if "".join(text for text, _, _ in pieces) == value.strip():
            for text, span, literal in pieces:
                builder.add(text, span, literal=literal)
        else:
            builder.add(value.strip(), Span(start, end), literal=False)
    return builder.build()


def scalar_value(node: ScalarNode) -> Any:
    """The Python value of a scalar; its text when the value cannot be made or has an unknown type."""
    import yaml

    try:
        return yaml.constructor.SafeConstructor().construct_object(node)
    except (yaml.YAMLError, ValueError, OverflowError, KeyError, IndexError, AttributeError, TypeError):
        return str(node.value)


def _word_by_word(node: ScalarNode, source: str, start: int, end: int) -> Iterator[tuple[str, Span, bool]]:
    """Words of a folded or block scalar stand in the source as in the value; only the space between them differs."""
    if node.style in ("|", ">"):
        header = _HEADER.match(source, start)
        start = header.end() if header else start
    elif node.style in ("'", '"'):
        start, end = start + 1, end - 1
    words = list(_WORD.finditer(node.value))
    places = list(_WORD.finditer(source, start, end))[: len(words)]
    if [word[0] for word in words] != [place[0] for place in places]:
        return
    for index, (word, place) in enumerate(zip(words, places, strict=True)):
        if index:
            gap = Span(places[index - 1].end(), place.start())
            text = node.value[words[index - 1].end() : word.start()]
            yield text, gap, text == source[gap.start : gap.end]
        yield word[0], Span(*place.span()), True
