"""A reading: one view with the signals found in it so far. Signals are found when a rule first asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.signals.folding import Folded, fold
from postguard.signals.interface import Extractor, Signal, Surroundings, selects
from postguard.signals.sentences import SentenceIndex
from postguard.signals.toolbox import Toolbox

Result = TypeVar("Result")


class Reading:
    """One view, its context, and what it says.

    Args:
        view: the text.
        context: the draft's context.
        extractors: everything that may find signals; each runs at most once.
        surroundings: what the organisation told about itself.
    """

    def __init__(
        self,
        view: View,
        context: Context,
        extractors: Toolbox | Sequence[Extractor],
        surroundings: Surroundings = Surroundings(),  # noqa: B008 (frozen)
    ) -> None:
        self.view = view
        self.context = context
        self.surroundings = surroundings
        self._toolbox = extractors if isinstance(extractors, Toolbox) else Toolbox(extractors)
        self._done: set[int] = set()
        self._running: set[int] = set()
        self._signals: dict[str, list[Signal]] = {}
        self._selected: dict[str, tuple[Signal, ...]] = {}
        self._exceptions: Mapping[str, list[Span]] = {}
        self._computed: dict[object, Any] = {}

    @cached_property
    def folded(self) -> Folded:
        """The text as phrases are looked up in it."""
        return fold(self.view.text)

    @cached_property
    def sentences(self) -> SentenceIndex:
        """The sentences of the text."""
        return SentenceIndex(self.view.text)

    def find(self, selector: str) -> tuple[Signal, ...]:
        """The signals that a selector (`benefit.gift_card`, `benefit.*`) names, in the order of the text."""
        known = self._selected.get(selector)
        if known is None:
            self._run(selector)
            known = tuple(self._select(selector))
            if self._running.isdisjoint(self._toolbox.producers(selector)):  # else more may come
                self._selected[selector] = known
        return known

    def _select(self, selector: str) -> list[Signal]:
        if not selector.endswith("*"):
            found = list(self._signals.get(selector, ()))
        else:
            found = [s for name, signals in self._signals.items() if selects(selector, name) for s in signals]
        if len(found) > 1:
            found.sort(key=lambda signal: (signal.span.start, signal.span.end, signal.concept))
        return found

    def covering(self, selector: str, span: Span) -> bool:
        """Whether a signal of the selector overlaps a span."""
        return any(signal.span.overlaps(span) for signal in self.find(selector))

    def once(self, key: object, compute: Callable[[], Result]) -> Result:
        """What `compute` gives, computed at most once for this reading and key."""
        if key not in self._computed:
            self._computed[key] = compute()
        value: Result = self._computed[key]
        return value

    def remember_exceptions(self, exceptions: Mapping[str, list[Span]]) -> None:
        """Keep the places where a concept's exceptions stand, for its patterns."""
        self._exceptions = exceptions

    def exceptions(self, concept: str) -> Sequence[Span]:
        """The places where a concept's exceptions stand."""
        self._run(concept, only="lexicon")
        return self._exceptions.get(concept, ())

    def _run(self, selector: str, only: str | None = None) -> None:
        for number in self._toolbox.producers(selector):
            extractor = self._toolbox.extractors[number]
            if number in self._done or (only and extractor.name != only):
                continue
            self._done.add(number)  # before it runs: an extractor may ask for its own kind of signal
            self._running.add(number)
            found = list(extractor.extract(self))
            self._running.discard(number)
            for signal in found:
                self._signals.setdefault(signal.concept, []).append(signal)
