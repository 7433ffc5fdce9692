"""A malformed rule file stops with its name, its line and its field; a good one is found by code and name."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard import Draft, Linter
from postguard.errors import UsageError
from postguard.rules.loader import load

AUTHORITY = """
[[authority]]
key = "LAW"
citation = "1 Law 1"
title = "A law"
summary = "Says so."
verified = "unverified"
checked = 2026-11-22
"""
RULE = """\
code = "TON901"
name = "no-blobs"
title = "Blobs"
severity = "warning"
message = "Needs review: a blob."
why = "Blobs hurt."
suggestion = "Say {prefer}."
authorities = ["LAW"]

[concepts.words]
pairs = [["blob+", "a drop"]]

[when]
all = [".words"]

[[examples.flag]]
text = "A blob."

[[examples.pass]]
text = "A drop."
because = "no blob"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "authorities.toml").write_text(AUTHORITY)
    for name in ("concepts", "phi", "incentive", "tone"):
        (tmp_path / name).mkdir()
    return tmp_path


def _write(folder: Path, text: str, name: str = "TON901-no-blobs.toml") -> Path:
    path = folder / "tone" / name
    path.write_text(text)
    return path


def test_one_file_is_a_rule(folder: Path) -> None:
    _write(folder, RULE)
    book = load(folder)
    assert book.rule("ton901") is book.rule("no-blobs") is not None
    linter = Linter(rulebook=book)
    text = "Two blobs, one drop."
    (finding,) = linter.check(Draft(text)).findings
    assert text[finding.span.start : finding.span.end] == "blobs"
    assert finding.suggestion == "Say a drop."
    assert [status.citation for status in finding.authorities] == ["1 Law 1"]


def test_an_organisation_adds_rules_of_its_own(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "TON901-no-blobs.toml").write_text(RULE)
    assert load(folder, extra=[own]).rule("TON901") is not None


def test_the_digest_tells_rules_apart(folder: Path) -> None:
    path = _write(folder, RULE)
    before = load(folder).digest
    path.write_text(RULE.replace("blob+", "blobb"))
    assert load(folder).digest != before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('severity = "warning"', 'severity = "grave"', (":4:", "severity")),
        ('title = "Blobs"', 'titel = "Blobs"', ("title", "required")),
        ('why = "Blobs hurt."', 'why = ""', (":6:", "why")),
        ('all = [".words"]', 'all = [".words"]\nwithin = "near"', ("within", "2 sentences")),
        ('all = [".words"]', 'all = ["a b c"]', ("is no term",)),
        ('all = [".words"]', 'all = ["shouted(.words)"]', ("unknown function", "negated")),
        ('all = [".words"]', "unless = []", ("when", "at least one term")),
        ('code = "TON901"', 'code = "TONE1"', ("code", "three digits")),
        ('code = "TON901"', 'code = "TON902"', ("must be named TON902-no-blobs.toml",)),
        ('[["blob+", "a drop"]]', '[["(blob", "a drop"]]', ("unbalanced",)),
        ('[["blob+", "a drop"]]', '["blob"]', ("concepts.words", ":11:")),
        ("[when]", "[when", ("line 13",)),
    ],
)
def test_a_malformed_file_is_named(folder: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    assert old in RULE
    _write(folder, RULE.replace(old, new))
    with pytest.raises(UsageError) as caught:
        load(folder)
    for word in (*words,):
        assert word in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_code_is_taken_once(folder: Path) -> None:
    _write(folder, RULE)
    _write(folder, RULE.replace("no-blobs", "no-drops"), "TON901-no-drops.toml")
    with pytest.raises(UsageError, match="already taken"):
        load(folder)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"authorities\.toml"):
        load(tmp_path)
