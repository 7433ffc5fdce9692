"""Runs every example of every rule file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from postguard import Linter, Report, Rule
from postguard.policy.config import parse_config
from postguard.rules.loader import load
from postguard.rules.model import ExampleModel
from tests.examples import draft_of

BOOK = load()


def _examples(kind: str) -> Iterator[Any]:
    for rule in BOOK.rules:
        examples = rule.model.examples.flag if kind == "flag" else rule.model.examples.passes
        for number, example in enumerate(examples):
            yield pytest.param(rule, example, id=f"{rule.code}-{kind}-{number}")


@cache
def _linter(code: str, settings: str) -> Linter:
    return Linter(parse_config(eval(settings)), select=(code,), rulebook=BOOK)


def _report(rule: Rule, example: ExampleModel) -> Report:
    settings = {"organization": example.organization, "voice": example.voice, "terms": list(example.terms)}
    return _linter(rule.code, repr(settings)).check(draft_of(example))


@pytest.mark.parametrize(("rule", "example"), list(_examples("flag")))
def test_flags(rule: Rule, example: ExampleModel) -> None:
    report = _report(rule, example)
    found = [finding for finding in report.findings if finding.code == rule.code]
    assert found, f"{rule.code} does not flag: {example.text}"
    places = [place.span for finding in found for place in (finding.place, *finding.related)]
    for words in example.spans:
        start = example.text.index(words)
        assert any(p.start < start + len(words) and start < p.end for p in places), f"no place touches {words!r}"
    wanted = example.severity or rule.model.severity
    assert wanted in {finding.severity.value for finding in found}


@pytest.mark.parametrize(("rule", "example"), list(_examples("pass")))
def test_passes(rule: Rule, example: ExampleModel) -> None:
    report = _report(rule, example)
    assert not report.errors
    assert not [f for f in report.findings if f.code == rule.code], f"{rule.code} flags: {example.text}"
