"""Which rules run: by code, name, tag, prefix or category."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from postguard.errors import UsageError
from postguard.rules.rule import Rule


def selected(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that a selection leaves.

    Args:
        rules: all rules.
        select: selectors; empty means every rule that is on by default. `ALL` means every rule.
        ignore: selectors taken away; the narrower selector wins: code or name, then tag, then the longer prefix,
            then category.

    Raises:
        UsageError: a selector names no rule; the message offers the nearest names.
    """
    every = tuple(rules)
    wanted, unwanted = tuple(select), tuple(ignore)
    for selector in (*wanted, *unwanted):
        if not any(_weight(selector, rule) for rule in every):
            raise UsageError(_unknown(selector, every))
    return tuple(rule for rule in every if _is_on(rule, wanted, unwanted))


def _is_on(rule: Rule, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    chosen = max((_weight(selector, rule) for selector in wanted), default=0 if wanted else int(rule.model.default))
    return chosen > max((_weight(selector, rule) for selector in unwanted), default=0)


def _weight(selector: str, rule: Rule) -> int:
    """How exactly a selector names a rule; 0 when it does not."""
    word = selector.lower()
    if word in (rule.code.lower(), rule.model.name):
        return 100
    if word in rule.model.tags:
        return 50  # a topic is narrower than the letters and digits of a family
    if word and rule.code.lower().startswith(word):
        return 10 + len(word)
    if word == rule.model.category:
        return 5
    return 1 if word == "all" else 0


def _unknown(selector: str, rules: tuple[Rule, ...]) -> str:
    names = [name for rule in rules for name in (rule.code, rule.model.name, rule.model.category)]
    near = get_close_matches(selector, sorted({*names, *(name.lower() for name in names)}), n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(dict.fromkeys(near))}?" if near else "see: postguard rules"
    return f"no rule, prefix or category is called {selector!r}; {hint}"
