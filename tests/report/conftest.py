"""A small rule book of its own, so that what a report looks like does not change with the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.linter import Linter
from postguard.rules.loader import load

_AUTHORITIES = """
[[authority]]
key = "LAW-1"
citation = "1 Law 1"
title = "A law"
url = "https://law.example/1"
summary = "It forbids."
verified = "primary"
checked = 2026-01-01
[[authority]]
key = "LAW-2"
citation = "2 Law 2"
title = "Another law"
summary = "It forbids too."
verified = "secondary"
checked = 2026-01-01
"""
_RULE = """
code = "{code}"
name = "{name}"
title = "A title"
severity = "{severity}"
message = "Needs review: {name}."
why = "Because."
suggestion = "Say it otherwise."
authorities = ["LAW-1", "LAW-2"]
{when}
[[examples.flag]]
text = "x"
[[examples.pass]]
text = "x"
because = "x"
"""


@pytest.fixture(scope="session")
def linter(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    folder: Path = tmp_path_factory.mktemp("rules")
    (folder / "authorities.toml").write_text(_AUTHORITIES)
    (folder / "concepts").mkdir()
    (folder / "concepts" / "word.toml").write_text(
        'offer = {phrases = ["gift card"], note = "what is offered"}\n'
        'ask = {phrases = ["refer"], note = "what must be done for it"}\n'
        'name = {phrases = ["maria lopez", "12-34"]}\n'
        'loud = {phrases = ["amazing"]}\n'
        'none = ["zzz"]\n'
    )
    rules = (
        ("INC901", "paid-referral", "error", 'when = {all = ["word.offer", "word.ask"]}'),
        ("PHI901", "named-patient", "error", 'when = {all = ["word.name"]}'),
        ("TON901", "loud-word", "info", 'when = {all = ["word.loud"]}'),
        ("PGD901", "idle-ignore", "warning", 'scopes = ["directive"]\nwhen = {all = ["directive.unused"]}'),
    )
    families = {"INC": "incentive", "PHI": "phi", "TON": "tone", "PGD": "configuration"}
    for code, name, severity, when in rules:
        family = folder / families[code[:3]]
        family.mkdir()
        (family / f"{code}-{name}.toml").write_text(_RULE.format(code=code, name=name, severity=severity, when=when))
    return Linter(rulebook=load(folder))
