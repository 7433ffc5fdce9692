"""Which authorities stay open, given the organisation and the draft's wording, and how severe that leaves a finding.

The data is in rules/mitigations.toml and rules/limits.toml. Severity follows from what stays open:

- an authority that does not hold for the organisation is left out; when none is left, the severity drops one step;
- wholly answered by the draft's own words, all of them: an information;
- every one answered, some only in part: one step lower;
- the federal ones answered in part while a State's or another stays open: an error becomes a warning, a warning stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from postguard.policy.tables import all_validated, read_table, validated
from postguard.rules.model import Strict, Text
from postguard.rules.rule import Match
from postguard.shipped import rules_folder
from postguard.signals.interface import Surroundings, Value

_LOWER = {"error": "warning", "warning": "info", "info": "info"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What a match comes to once the organisation and the mitigating words are weighed."""

    severity: str
    open: tuple[str, ...]
    """Keys of authorities that stay open, wholly or in part."""

    answered: tuple[tuple[str, str], ...] = ()
    """Keys of authorities that wording answers at least in part, with the concept that answers them."""


class Mitigation(Strict):
    """Words that answer authorities."""

    concept: Text
    extent: Literal["whole", "part"]
    authorities: tuple[Text, ...]
    note: str = ""


class Scope(Strict):
    """For whom authorities hold; every field that is given must be met."""

    authorities: tuple[Text, ...]
    federal: bool = False
    """Only for those who bill federal programs."""

    states: tuple[Text, ...] = ()
    kinds: tuple[Text, ...] = ()
    said: tuple[Text, ...] = ()
    """Selectors; a draft that speaks of one of them counts as of the kinds."""

    unknown: bool = True
    """Whether it holds for an organisation whose kind is unknown."""

    def holds(self, facts: Mapping[str, Value], match: Match) -> bool:
        """Whether the authorities hold for an organisation with these facts (`kind.x`, `state.XX`) and match."""
        if self.federal and facts.get("bills_federal_programs", True) is not True:
            return False
        known = [fact for fact in facts if fact.startswith("state.")]
        if self.states and known and not any(f"state.{state}" in facts for state in self.states):
            return False
        if not self.kinds or any(f"kind.{kind}" in facts for kind in self.kinds):
            return True
        is_unknown = "kind.other" in facts or not any(fact.startswith("kind.") for fact in facts)
        return (self.unknown and is_unknown) or any(match.reading.find(selector) for selector in self.said)


class Limit(Strict):
    """A dated limit in US dollars."""

    name: Text
    amount: float
    per: Text
    authority: Text
    states: tuple[Text, ...] = ()
    """The States for which it holds; empty: all."""

    # the file says `from` and `until`, both included
    since: date | None = None
    until: date | None = None
    verified: Literal["primary", "secondary", "unverified"]
    checked: date


@dataclass(frozen=True, slots=True)
class Weigher:
    """Weighs matches for one organisation."""

    facts: Mapping[str, Value] = field(default_factory=dict)
    """The organisation's facts, as in `Surroundings.facts`."""

    mitigations: tuple[Mitigation, ...] = ()
    scopes: tuple[Scope, ...] = ()

    def __call__(self, match: Match) -> Standing:
        """The standing of a match."""
        keys = [key for key in match.rule.model.authorities if self._holds(key, match)]
        answers = self._answers(keys, match)
        answered = tuple((key, answers[key].concept) for key in keys if key in answers)
        still = tuple(key for key in keys if key not in answers or answers[key].extent == "part")
        return Standing(self._severity(match.severity, keys, answers), still, answered)

    def _holds(self, key: str, match: Match) -> bool:
        return all(scope.holds(self.facts, match) for scope in self.scopes if key in scope.authorities)

    def _answers(self, keys: Iterable[str], match: Match) -> dict[str, Mitigation]:
        """For each authority the strongest words that answer it."""
        answers: dict[str, Mitigation] = {}
        wanted = set(keys)
        for mitigation in sorted(self.mitigations, key=lambda mitigation: mitigation.extent == "part"):
            shared = wanted.intersection(mitigation.authorities) - answers.keys()
            if shared and match.reading.find(mitigation.concept):
                answers |= dict.fromkeys(shared, mitigation)
        return answers

    def _severity(self, severity: str, keys: list[str], answers: Mapping[str, Mitigation]) -> str:
        if not keys:
            return _LOWER[severity]
        if all(key in answers for key in keys):
            whole = all(answers[key].extent == "whole" for key in keys)
            return "info" if whole else _LOWER[severity]
        federal = {key for scope in self.scopes if scope.federal for key in scope.authorities}.intersection(keys)
        if severity == "error" and federal and all(key in answers for key in federal):
            return "warning"
        return severity


def weigher(surroundings: Surroundings, folder: Path | None = None) -> Weigher:
    """A weigher for an organisation, with the data of a rules folder (postguard's own when left out).

    Raises:
        UsageError: the data is malformed.
    """
    path = (folder or rules_folder()) / "mitigations.toml"
    table = read_table(path)
    return Weigher(
        surroundings.facts,
        all_validated(Mitigation, table.get("mitigation", ()), path),
        all_validated(Scope, table.get("scope", ()), path),
    )


def limits(facts: Mapping[str, Value], today: date, folder: Path | None = None) -> dict[str, float]:
    """The limits in US dollars, by name, that hold for an organisation on a day: the lowest of each name.

    Raises:
        UsageError: the data is malformed.
    """
    path = (folder or rules_folder()) / "limits.toml"
    found: dict[str, float] = {}
    for entry in read_table(path).get("limit", ()):
        limit = validated(Limit, {"since" if key == "from" else key: value for key, value in entry.items()}, path)
        in_time = (limit.since or today) <= today <= (limit.until or today)
        in_state = not limit.states or any(f"state.{state}" in facts for state in limit.states)
        if in_time and in_state:
            found[limit.name] = min(limit.amount, found.get(limit.name, limit.amount))
    return found
