"""Front matter, YAML or TOML: its values as views, its `postguard` mapping as context and directives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from postguard.draft.directives import split_codes
from postguard.draft.interface import AUDIENCES, KINDS, Context, Directive
from postguard.draft.scalars import scalar_value, scalar_view
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.errors import UncheckedError

MAX_LENGTH = 64_000
"""Code points of front matter that are read; more than that is no front matter of a post."""

MAX_ALIASES = 10
"""Uses of YAML anchors that are followed; nothing is ever expanded twice."""

_NAME = r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w.$-][\w .$/-]{0,60})"""
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_KEYS = ("kind", "channel", "audience", "in_reply_to", "date", "published", "permissions", "ignore")
_UNREAD_TAGS = ("tag:yaml.org,2002:null", "tag:yaml.org,2002:bool")


@dataclass(frozen=True, slots=True)
class _Fence:
    """The lines around front matter of one language."""

    language: str
    sign: str
    open: re.Pattern[str]
    close: re.Pattern[str]
    key: re.Pattern[str]
    """How a block starts that can only be meant as front matter."""

    advice: str


_YAML = _Fence(
    "YAML",
    "---",
    re.compile(r"---[ \t]*(?:\r\n|\n|\r)"),
    re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
    re.compile(rf"{_NAME}:(?:[ \t\r\n]|\Z)"),
    "put values with a colon or a quote in quotes",
)
_TOML = _Fence(
    "TOML",
    "+++",
    re.compile(r"\+\+\+[ \t]*(?:\r\n|\n|\r)"),
    re.compile(r"^\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE),
    re.compile(
        rf"(?:[ \t]*(?:#[^\n]*|\r)?\n)*[ \t]*(?:{_NAME}[ \t]*(?:=|:[ \t\r\n])|\[\[?{_NAME}\]\]?[ \t]*(?:[#\r\n]|\Z))"
    ),
    "write key = value, with every text in quotes",
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the body of a draft."""

    end: int = 0
    """Where the body starts."""

    views: tuple[View, ...] = ()
    context: Context = field(default_factory=Context)
    directives: tuple[Directive, ...] = ()
    values: Mapping[str, Any] | None = None
    """The parsed mapping, None when the draft has no front matter."""


def read_front_matter(source: str, start: int = 0, *, strict: bool = True) -> FrontMatter:
    """The front matter that begins at `start` with a `---` line (YAML) or a `+++` line (TOML).

    Args:
        source: the whole source of the draft.
        start: 0, or 1 after a byte-order mark.
        strict: for formats in which front matter is usual; else (plain text) a block that is no mapping is text.

    Raises:
        UncheckedError: `front-matter`, when the block is not closed, is malformed, or has a wrong `postguard` value.
    """
    fence = _TOML if source.startswith(_TOML.sign, start) else _YAML
    opened = fence.open.match(source, start)
    if not opened:
        return FrontMatter(start)
    base = opened.end()
    # A `---` line is a thematic break as well: it opens front matter when a key follows at once.
    keyed = bool(fence.key.match(source, base))
    closed = fence.close.search(source, base)
    if not closed:
        if strict and keyed:
            raise UncheckedError(
                "front-matter",
                "the front matter that starts on line 1 is not closed; put a line with only "
                f"{fence.sign} after its last key, or a blank line after the first line if it is no front matter",
            )
        return FrontMatter(start)
    if closed.start() - base > MAX_LENGTH:
        if strict and keyed:
            raise UncheckedError("front-matter", f"the front matter is longer than {MAX_LENGTH:,} characters")
        return FrontMatter(start)
    reader = _Reader(source, fence, base, closed.start(), closed.end())
    return reader.read(required=strict and keyed) or FrontMatter(start)


class _Reader:
    def __init__(self, source: str, fence: _Fence, base: int, end: int, body: int) -> None:
        self._fence = fence
        self._source, self._base, self._end, self._body = source, base, end, body
        self._views: list[View] = []
        self._directives: list[Directive] = []
        self._seen: dict[int, Any] = {}
        self._aliases = 0

    def read(self, *, required: bool) -> FrontMatter | None:
        import yaml

        text = self._source[self._base : self._end]
        root, problem = _toml_root(text) if self._fence is _TOML else _yaml_root(text)
        if problem:
            # Raised here, not in the handler: the parser's error quotes the draft.
            if not required:
                return None
            raise UncheckedError(
                "front-matter",
                f"the front matter is not valid {self._fence.language}{problem.rstrip()}; {self._fence.advice}",
            )
        if root is None and required:
            return FrontMatter(self._body, values={})
        if not isinstance(root, yaml.MappingNode) or not root.value:
            return None
        context = Context()
        values: dict[str, Any] = {}
        for key_node, value_node in root.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
            if key == "postguard":
                context = self._settings(value_node)
            else:
                values[key] = self._value(value_node, key)
        return FrontMatter(self._body, tuple(self._views), context, tuple(self._directives), values)

    def _value(self, root: Any, name: str) -> Any:
        """The Python value of a node, its scalars collected as views; a stack, because YAML nests at will."""
        result: list[Any] = []
        stack: list[tuple[Any, str, Any, Any]] = [(root, name, result, None)]
        while stack:
            node, scope, owner, key = stack.pop()
            if id(node) in self._seen:
                value = self._alias(node)
            else:
                value = self._visit(node, scope, stack)
                self._seen[id(node)] = value
            if isinstance(owner, list):
                owner.append(value)
            else:
                owner[key] = value
        return result[0]

    def _visit(self, node: Any, scope: str, stack: list[tuple[Any, str, Any, Any]]) -> Any:
        if node.id == "scalar":
            if node.tag not in _UNREAD_TAGS:
                view = scalar_view(
                    "title" if scope.lower() == "title" else f"frontmatter.{scope}", node, self._source, self._base
                )
                if view:
                    self._views.append(view)
            return scalar_value(node)
        if node.id == "sequence":
            items: list[Any] = []
            stack.extend((child, scope, items, None) for child in reversed(node.value))
            return items
        mapping: dict[str, Any] = {}
        for key_node, child in reversed(node.value):
            key = str(key_node.value) if key_node.id == "scalar" else "?"
            stack.append((child, f"{scope}.{key}", mapping, key))
        return mapping

    def _alias(self, node: Any) -> Any:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise self._wrong(node, f"more than {MAX_ALIASES} YAML aliases are in use; write the values out")
        value = self._seen[id(node)]
        # A container is not shared: whoever prints the values later must not expand it again and again.
        return value if not isinstance(value, (dict, list)) else None

    def _wrong(self, node: Any, message: str) -> UncheckedError:
        return UncheckedError("front-matter", f"front matter, line {node.start_mark.line + 2}: {message}")

    def _settings(self, node: Any) -> Context:
        if node.id == "scalar" and node.tag == _UNREAD_TAGS[0]:
            return Context()
        if node.id != "mapping":
            raise self._wrong(node, "postguard must be a mapping with keys such as kind, channel or ignore")
        found: dict[str, Any] = {}
        for key_node, value in node.value:
            key = key_node.value if key_node.id == "scalar" else None
            if key not in _KEYS:
                raise self._wrong(key_node, f"postguard knows the keys {', '.join(_KEYS)}, not this one")
            if key == "ignore":
                for item in value.value if value.id == "sequence" else [value]:
                    self._ignore(item)
            else:
                setting = self._setting(key, value)
                if setting is not None:
                    found[key] = setting
        return Context(**found)

    def _setting(self, key: str, node: Any) -> Any:
        value = scalar_value(node) if node.id == "scalar" else None
        if node.id == "scalar" and value is None:
            return None
        if key in ("kind", "audience"):
            known = KINDS if key == "kind" else AUDIENCES
            if value not in known:
                raise self._wrong(node, f"postguard.{key} must be one of {', '.join(known)}")
        elif key == "date":
            value = value.date() if isinstance(value, datetime) else value
            if not isinstance(value, date):
                raise self._wrong(node, "postguard.date must be a day such as 2025-06-30")
        elif key == "published":
            if not isinstance(value, bool):
                raise self._wrong(node, "postguard.published must be true or false")
        elif key == "permissions":
            items = node.value if node.id == "sequence" else [node]
            if any(item.id != "scalar" for item in items):
                raise self._wrong(node, "postguard.permissions must be a list of names")
            return tuple(str(item.value) for item in items)
        elif node.id != "scalar":
            raise self._wrong(node, f"postguard.{key} must be a text")
        else:
            return str(node.value)
        return value

    def _ignore(self, node: Any) -> None:
        codes: tuple[str, ...] = ()
        reason = ""
        if node.id == "scalar":
            first, _, reason = str(node.value).strip().partition(" ")
            codes = split_codes(first.strip("[]"))
        elif node.id == "mapping":
            for key_node, value in node.value:
                key = key_node.value if key_node.id == "scalar" else None
                items = value.value if value.id == "sequence" else [value]
                if key not in ("code", "codes", "reason") or any(item.id != "scalar" for item in items):
                    raise self._wrong(key_node, "postguard.ignore takes codes and a reason")
                if key == "reason":
                    reason = " ".join(str(item.value) for item in items)
                else:
                    codes = tuple(code for item in items for code in split_codes(str(item.value)))
        else:
            raise self._wrong(node, "postguard.ignore must be a list of “CODE reason” or of codes with a reason")
        span = Span(self._base + node.start_mark.index, self._base + node.end_mark.index)
        self._directives.append(Directive(codes, reason.strip(), span, Span(0, len(self._source))))


def _yaml_root(text: str) -> tuple[Any, str]:
    """The tree of a YAML text, and what is wrong with it (not empty when something is), without a word of it."""
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.SafeLoader), ""
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, f" (line {mark.line + 2}, column {mark.column + 1})" if mark else " "
    except yaml.YAMLError:
        return None, " (a control character stands in it)"
    except RecursionError:
        return None, " (its values are nested too deep)"
    except (ValueError, OverflowError, IndexError, TypeError):
        return None, " "


def _toml_root(text: str) -> tuple[Any, str]:
    """The tree of a TOML text, and what is wrong with it, like `_yaml_root`."""
    from postguard.draft.toml_nodes import compose

    try:
        return compose(text), ""
    except RecursionError:
        return None, " (its values are nested too deep)"
    except ValueError as error:
        place = _TOML_PLACE.search(str(error))
        return None, f" (line {int(place[1]) + 1}, column {place[2]})" if place else " "
