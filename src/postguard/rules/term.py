"""The terms of a condition, written as text.

benefit.gift_card                 a signal of this concept
benefit.* | money.amount          any of several
.words                            a concept of the rule's own file
benefit.*[amount>=15]             with a value; @name takes the bound from the settings
negated(benefit.*)                inside a negation; also quoted, reported, warned, titled, affirmed, question, denied,
                                  undenied ("denied" ends with its own clause, "negated" reaches further)
head(.words)                      no noun follows; also modifier, noun, determined, of_people (rules.syntax), named
standalone(.words)                a whole noun phrase: nothing before or behind belongs to it
closing(.words)                   a statement ends with them or goes on with a function word
person_first(.words)              for their `condition` the person comes first, by choice or by default
identity_first(.words)            the organisation chose identity-first words for their `condition`
noun(head(.words))                functions nest
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.errors import UsageError
from postguard.rules.syntax import FUNCTION_WORDS, asked, closing, determined, head, noun, of_people, standalone
from postguard.signals.interface import Signal, Value
from postguard.signals.reading import Reading

_ATOM = re.compile(
    r"^(?P<functions>(?:[a-z_]+\()*)(?P<selector>\.?[A-Za-z0-9_*][A-Za-z0-9_.*-]*)(?:\[(?P<bounds>[^\]]*)\])?(?P<close>\)*)$"
)
_BOUND = re.compile(r"^(?P<key>[a-z_]+)\s*(?P<sign><=|>=|!=|=|<|>)\s*(?P<value>@?[A-Za-z0-9_.-]+)$")
_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def _titled(signal: Signal, reading: Reading) -> bool:
    """Whether the words are part of a capitalised name of two or more words."""
    text, span = reading.view.text, signal.span
    words = text[span.start : span.end].split()
    if not words or not all(word[:1].isupper() for word in words):
        return False
    after = re.match(r"[ \t\u00a0-]([A-Za-z][\w'’-]*)", text[span.end : span.end + 40])
    before = re.search(r"([A-Za-z][\w'’-]*) $", text[max(0, span.start - 40) : span.start])
    neighbours = [match.group(1) for match in (after, before) if match]
    return len(words) > 2 or any(word[:1].isupper() and word.lower() not in FUNCTION_WORDS for word in neighbours)


def _question(signal: Signal, reading: Reading) -> bool:
    sentence = reading.sentences.span_at(signal.span.start)
    return reading.view.text[sentence.start : sentence.end].rstrip("\"'”’) ").endswith("?")


def _undenied(signal: Signal, reading: Reading) -> bool:
    """Whether no negation before the words denies them; one inside them ("no excuses") is part of what is said."""
    return not any(
        denial.span.start < signal.span.start and denial.span.overlaps(signal.span)
        for denial in reading.find("modality.denied")
    )


def _chosen(signal: Signal, reading: Reading) -> Value | None:
    """The order of words that the organisation chose for a signal's `condition`."""
    return reading.surroundings.settings.get(f"voice.{signal.values.get('condition')}")


def _person_first(signal: Signal, reading: Reading) -> bool:
    """Whether the person comes first, by choice or by default; so it is for words of no condition."""
    default = reading.surroundings.settings.get(f"wording.{signal.values.get('condition')}", "person")
    return (_chosen(signal, reading) or default) == "person"


FUNCTIONS: dict[str, Callable[[Signal, Reading], bool]] = {
    "negated": lambda signal, reading: reading.covering("modality.negated", signal.span),
    "quoted": lambda signal, reading: reading.covering("modality.quoted", signal.span),
    "reported": lambda signal, reading: reading.covering("modality.reported", signal.span),
    "warned": lambda signal, reading: reading.covering("modality.warning", signal.span),
    "affirmed": lambda signal, reading: not reading.covering("modality.negated", signal.span),
    "titled": _titled,
    "head": head,
    "modifier": lambda signal, reading: not head(signal, reading),
    "determined": determined,
    "noun": noun,
    "of_people": of_people,
    "named": lambda signal, reading: reading.covering("modality.named", signal.span),
    "denied": lambda signal, reading: reading.covering("modality.denied", signal.span),
    "undenied": _undenied,
    "question": _question,
    "asked": asked,
    "standalone": standalone,
    "closing": closing,
    "person_first": _person_first,
    "identity_first": lambda signal, reading: _chosen(signal, reading) == "identity",
}
"""The functions of the term language: each keeps some of the signals that a selector names."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound on a value."""

    key: str
    sign: str
    value: str

    def holds(self, signal: Signal, reading: Reading) -> bool:
        """Whether the signal has the value and it is within the bound."""
        have = signal.values.get(self.key)
        want: Value | None = self.value
        if self.value.startswith("@"):
            want = reading.surroundings.settings.get(self.value[1:])
        if have is None or want is None:
            return False
        if self.sign in _SIGNS:
            return _SIGNS[self.sign](float(have), float(want))
        same = str(have).lower() == str(want).lower() or _equal_numbers(have, want)
        return same == (self.sign == "=")


def _equal_numbers(one: Value, other: Value) -> bool:
    try:
        return float(one) == float(other)
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Atom:
    """One alternative of a term."""

    selector: str
    functions: tuple[str, ...] = ()
    bounds: tuple[Bound, ...] = ()

    def signals(self, reading: Reading) -> Iterator[Signal]:
        """The signals of a reading that the atom names."""
        tests = [FUNCTIONS[name] for name in self.functions]
        for signal in reading.find(self.selector):
            if all(test(signal, reading) for test in tests) and all(b.holds(signal, reading) for b in self.bounds):
                yield signal


@dataclass(frozen=True, slots=True)
class Term:
    """What must, or must not, be said."""

    text: str
    atoms: tuple[Atom, ...]

    def signals(self, reading: Reading) -> list[Signal]:
        """The signals of a reading that the term names, in the order of the text."""
        found = [signal for atom in self.atoms for signal in atom.signals(reading)]
        return found if len(self.atoms) == 1 else sorted(found, key=lambda signal: signal.span)

    def present(self, reading: Reading) -> bool:
        """Whether the reading has any such signal."""
        return any(True for atom in self.atoms for _ in atom.signals(reading))

    def within(self, reading: Reading, window: Span) -> list[Signal]:
        """The signals of the term that overlap a window."""
        return [signal for signal in self.signals(reading) if signal.span.overlaps(window)]


def parse(text: str, code: str) -> Term:
    """Parse a term; `.name` becomes the rule's own concept `rule.<code>.name`.

    Raises:
        UsageError: the text is no term, or names an unknown function.
    """
    return Term(text, tuple(_atom(piece.strip(), code) for piece in text.split("|")))


def _atom(text: str, code: str) -> Atom:
    match = _ATOM.match(text)
    if match is None or match["functions"].count("(") != len(match["close"]):
        raise UsageError(
            f"{text!r} is no term: write a concept such as benefit.gift_card, benefit.* or negated(benefit.*)"
        )
    functions = tuple(name for name in match["functions"].split("(") if name)
    if any(name not in FUNCTIONS for name in functions):
        raise UsageError(f"{text!r}: unknown function; known are {', '.join(sorted(FUNCTIONS))}")
    selector = f"rule.{code}{match['selector']}" if match["selector"].startswith(".") else match["selector"]
    bounds = tuple(_bound(piece.strip()) for piece in (match["bounds"] or "").split(",") if piece.strip())
    return Atom(selector, functions, bounds)


def _bound(text: str) -> Bound:
    match = _BOUND.match(text)
    if match is None:
        raise UsageError(f"{text!r} is no bound: write amount>=15, role=patient or value>@reading_grade")
    return Bound(match["key"], match["sign"], match["value"])
