"""Sentences that several rules share."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard.errors import UsageError
from postguard.rules.loader import load
from postguard.rules.sentences import written_out

FILE = Path("PHI901-sample.toml")
SHARED = {"call-us": "Please\ncall us.", "why-so": "Because."}


def test_named_sentences_are_written_out_with_line_ends_as_spaces() -> None:
    table = {"suggestion": "First. {{call-us}} {{why-so}}", "message": "{{why-so}}", "code": "{{why-so}}"}
    assert written_out(table, SHARED, FILE) == {
        "suggestion": "First. Please call us. Because.",
        "message": "Because.",
        "code": "{{why-so}}",  # only in fields that people read
    }


def test_values_of_the_draft_are_left_for_the_finding() -> None:
    assert written_out({"suggestion": "Say {prefer}."}, SHARED, FILE)["suggestion"] == "Say {prefer}."


def test_an_unknown_sentence_says_which_there_are() -> None:
    with pytest.raises(UsageError, match=r"PHI901-sample.toml: .*'call-me'; known are call-us, why-so"):
        written_out({"why": "{{call-me}}"}, SHARED, FILE)


def test_no_rule_shows_a_key_and_each_sentence_serves_several_rules() -> None:
    book = load()
    said = [
        f"{rule.model.message} {rule.model.why} {rule.model.suggestion} {rule.model.question}" for rule in book.rules
    ]
    assert not any("{{" in text for text in said)
    files = [path.read_text("utf-8") for path in book.folder.glob("*/*.toml")]
    for line in (book.folder / "sentences.toml").read_text("utf-8").splitlines():
        key, _, rest = line.partition(" = ")
        if rest == '"""':
            assert sum(f"{{{{{key}}}}}" in text for text in files) > 1, key
