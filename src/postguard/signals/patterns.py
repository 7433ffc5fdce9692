"""The patterns of concepts: RE2 expressions, tried only where a joint look says that they match.

Trying many hundred expressions one by one costs far more than all else. RE2 can look for many at once and tell which of
them match somewhere; only those are then run for their places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from postguard.draft.span import Span
from postguard.errors import UsageError
from postguard.signals.concept import Concept
from postguard.signals.interface import Signal, Value

if TYPE_CHECKING:
    from postguard.signals.reading import Reading

_AT_ONCE = 64
"""Expressions in one set: more make its automaton slow to grow, fewer make more passes."""

_MEMORY = 16 << 20
"""Bytes that the automaton of one set may take."""


class PatternIndex:
    """Tells which of many expressions match a folded text at all."""

    def __init__(self, expressions: Iterable[str]) -> None:
        self._expressions = tuple(dict.fromkeys(expressions))
        self._sets: list[tuple[Any, tuple[str, ...]]] | None = None
        self.refused: set[str] = set()
        """Expressions that RE2 does not take; told by name when their concept is asked for."""

    def matching(self, reading: Reading) -> frozenset[str]:
        """The expressions that match somewhere in a view; looked for once for each reading."""
        found: frozenset[str] = reading.once(self, lambda: frozenset(self._look(reading.folded.text)))
        return found

    def _look(self, text: str) -> Iterator[str]:
        if self._sets is None:
            self._sets = list(self._build())
        for joint, members in self._sets:
            numbers = joint.Match(text)
            if not numbers:  # not even the empty expression: the automaton outgrew its memory, so leave nothing out
                yield from members
                continue
            yield from (members[number - 1] for number in numbers if number)

    def _build(self) -> Iterator[tuple[Any, tuple[str, ...]]]:
        import re2

        options = re2.Options()
        options.log_errors = False
        options.max_mem = _MEMORY
        for start in range(0, len(self._expressions), _AT_ONCE):
            joint = re2.Set.SearchSet(options)
            joint.Add("")  # always matches, so that silence means failure
            members = []
            for expression in self._expressions[start : start + _AT_ONCE]:
                try:
                    joint.Add(expression)
                except re2.error:
                    self.refused.add(expression)
                    continue
                members.append(expression)
            joint.Compile()
            yield joint, tuple(members)


class PatternExtractor:
    """The patterns of one concept."""

    name = "pattern"

    def __init__(self, concept: Concept, index: PatternIndex) -> None:
        self.concept = concept
        self.produces = (concept.name,)
        self._index = index
        self._compiled: dict[str, Any] = {}

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Every match of the patterns, if a trigger occurs in the view.

        Raises:
            UsageError: RE2 does not take an expression.
        """
        text = reading.folded.text
        if self.concept.triggers and not any(trigger in text for trigger in self.concept.triggers):
            return
        for expression in self._candidates(self.concept.patterns, reading):
            for match in self._compile(expression).finditer(text):
                yield from self._signal(reading, match, reading.folded.to_original(*match.span()))
        for expression in self.concept.cased_patterns:
            for match in self._compile(expression).finditer(reading.view.text):
                yield from self._signal(reading, match, Span(*match.span()))

    def _candidates(self, expressions: Sequence[str], reading: Reading) -> Iterator[str]:
        if not expressions:
            return
        matching = self._index.matching(reading)
        for expression in expressions:
            if expression in matching or expression in self._index.refused:
                yield expression

    def _compile(self, expression: str) -> Any:
        if expression not in self._compiled:
            self._compiled[expression] = compiled(expression, self.concept.name)
        return self._compiled[expression]

    def _signal(self, reading: Reading, match: Any, span: Span) -> Iterator[Signal]:
        cancelled = reading.exceptions(self.concept.name)
        if match.end() > match.start() and not any(other.contains(span) for other in cancelled):
            yield Signal(self.concept.name, span, {**self.concept.values, **_numbers(match)}, self.name)


def compiled(expression: str, name: str) -> Any:
    """A compiled RE2 expression of a concept.

    Raises:
        UsageError: RE2 does not take it.
    """
    import re2

    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(expression, options)
    except re2.error as error:
        raise UsageError(f"concept {name}: RE2 does not take {expression!r}: {error}") from None


def _numbers(match: Any) -> dict[str, Value]:
    """The named groups that hold a number; other text never becomes a value."""
    values: dict[str, Value] = {}
    for key, text in match.groupdict().items():
        digits = (text or "").replace(",", "").strip()
        try:
            values[key] = float(digits)
        except ValueError:
            continue
    return values
