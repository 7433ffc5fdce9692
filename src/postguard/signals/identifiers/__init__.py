"""Identifiers: numbers, contacts and codes of the eighteen kinds of 45 CFR 164.514(b)(2)(i), but names, dates and places."""

from __future__ import annotations

from postguard.signals.identifiers.extractor import Identifiers

__all__ = ["Identifiers"]
