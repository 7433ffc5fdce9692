"""A rule file says why, cites known authorities, and shows what it flags and what it passes."""

from __future__ import annotations

import pytest

from postguard import Rule
from postguard.rules.condition import Condition, Level
from postguard.rules.loader import load
from postguard.shipped import rules_folder
from postguard.signals.interface import may_produce
from postguard.signals.registry import extractors

BOOK = load()
EXTRACTORS = extractors(BOOK.lexicon)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_is_complete(rule: Rule) -> None:
    model = rule.model
    assert len(model.examples.flag) >= 3, "at least three examples to flag"
    assert len(model.examples.passes) >= 3, "at least three look-alikes to pass"
    assert all(example.because for example in model.examples.passes), "each look-alike says because what it passes"
    assert model.authorities, "at least one authority"
    unknown = [key for key in model.authorities if key not in BOOK.authorities]
    assert not unknown, f"not in authorities.toml: {unknown}"
    assert "illegal" not in (model.message + model.suggestion).lower()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_file_is_named_after_the_rule(rule: Rule) -> None:
    assert (rules_folder() / rule.model.category / f"{rule.code}-{rule.model.name}.toml").is_file()


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_supersedes_known_rules(rule: Rule) -> None:
    assert not [code for code in rule.model.supersedes if BOOK.rule(code) is None]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.code)
def test_terms_name_what_something_can_find(rule: Rule) -> None:
    wholes: list[Condition | Level] = [*rule.conditions, *rule.levels]
    parts = [part for whole in wholes for part in (*whole.all, *whole.any, *whole.unless)]
    for atom in (atom for term in parts for atom in term.atoms):
        produced = [extractor for extractor in EXTRACTORS if may_produce(extractor.produces, atom.selector)]
        assert produced, f"nothing finds {atom.selector}"


def test_names_are_unique() -> None:
    names = [rule.model.name for rule in BOOK.rules]
    assert len(names) == len(set(names))
