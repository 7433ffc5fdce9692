"""What a draft's own circumstances add to findings: it is public already, a written authorization is on file, or the
second reader sees nothing of the kind there.

The data is in rules/circumstances.toml, so that every rule of a family says the same, and no rule file repeats it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import field_validator

from postguard.errors import UsageError
from postguard.policy.tables import all_validated, read_table
from postguard.rules.model import SeverityName, Strict, Text
from postguard.rules.rule import Match
from postguard.rules.term import Term, parse
from postguard.shipped import rules_folder


class Circumstance(Strict):
    """One circumstance, and what it adds."""

    all: tuple[Text, ...]
    """Terms; each must hold where the finding points. Signals of `draft.*` and `org.*` hold everywhere."""

    unless: tuple[Text, ...] = ()
    rules: tuple[Text, ...]
    """Codes of rules, or how they begin."""

    severity: SeverityName | None = None
    message: str = ""
    suggestion: str = ""

    def holds(self, match: Match) -> bool:
        """Whether it is for the match's rule, the draft is so, and the match has not its severity already."""

        def said(text: str) -> bool:
            return bool(_term(text).within(match.reading, match.anchor.span))

        if not match.rule.code.startswith(self.rules) or match.severity == self.severity:
            return False
        return all(map(said, self.all)) and not any(map(said, self.unless))

    @field_validator("all", "unless")
    @classmethod
    def _known_terms(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        try:
            for text in value:
                _term(text)
        except UsageError as error:
            raise ValueError(str(error)) from None
        return value


@lru_cache
def _term(text: str) -> Term:
    return parse(text, "")


@dataclass(frozen=True, slots=True)
class Addition:
    """What the circumstances of a match add to its finding."""

    severity: str | None = None
    """The severity to take instead, when a circumstance sets one."""

    message: str = ""
    """Further sentences, with a space before; empty when there are none."""

    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All circumstances."""

    known: tuple[Circumstance, ...] = ()

    def __call__(self, match: Match) -> Addition:
        """What they add to a match's finding."""
        held = [circumstance for circumstance in self.known if circumstance.holds(match)]
        if not held:
            return Addition()
        severity = next((circumstance.severity for circumstance in held if circumstance.severity), None)
        return Addition(severity, _added(c.message for c in held), _added(c.suggestion for c in held))


def circumstances(folder: Path | None = None) -> Circumstances:
    """The circumstances of a rules folder (postguard's own when left out); none when it has no such file.

    Raises:
        UsageError: the data is malformed.
    """
    path = (folder or rules_folder()) / "circumstances.toml"
    if not path.is_file():
        return Circumstances()
    return Circumstances(all_validated(Circumstance, read_table(path).get("circumstance", ()), path))


def _added(texts: Iterable[str]) -> str:
    return "".join(f" {text}" for text in texts if text)
