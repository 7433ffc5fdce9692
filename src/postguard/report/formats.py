"""Every output format by name. A module is imported when its format is asked for."""

from __future__ import annotations

from importlib import import_module

from postguard.report.interface import Format, Origin, Style

FORMATS: dict[str, tuple[str, str]] = {
    "text": ("postguard.report.text", "Text"),
    "concise": ("postguard.report.concise", "Concise"),
    "json": ("postguard.report.json", "Json"),
    "jsonl": ("postguard.report.jsonl", "JsonLines"),
}
"""Module and class of each format; the class takes an `Origin` and a `Style`."""

FOR_PEOPLE = frozenset(("text", "concise"))
"""Formats that a person reads; only these may show words of a draft."""


def make_format(name: str, origin: Origin, style: Style) -> Format:
    """The format of a name.

    Raises:
        KeyError: there is no such format.
    """
    module, kind = FORMATS[name]
    made: Format = getattr(import_module(module), kind)(origin, style)
    return made
