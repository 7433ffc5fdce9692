"""Identifiers: the numbers, contacts and codes among the eighteen kinds of 45 CFR 164.514(b)(2)(i)."""

from __future__ import annotations

from postguard.signals.identifiers.extractor import Identifiers

__all__ = ["Identifiers"]
