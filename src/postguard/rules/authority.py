"""The authorities (laws, rules, guidelines, cases) that rules cite: rules/authorities.toml."""

from __future__ import annotations

from datetime import date
from typing import Literal

from postguard.rules.model import Strict, Text


class Authority(Strict):
    """One law, guideline or enforcement case."""

    key: Text
    citation: Text
    title: Text
    url: str = ""
    jurisdiction: str = ""
    binds: str = ""
    """Whom it binds."""

    summary: Text
    answered_by: str = ""
    """Which conduct or wording answers it, in words."""

    verified: Literal["primary", "secondary", "unverified"]
    """primary: the operative words were read; secondary: a summary by others; unverified: not read."""

    read_at: str = ""
    text_date: str = ""
    note: str = ""
    checked: date
    """The day it was looked up."""
