"""The extractors of a linter, with a look-up of who may produce what; shared by all readings."""

from __future__ import annotations

from collections.abc import Iterable

from postguard.signals.interface import Extractor, may_produce


class Toolbox:
    """Extractors in their order, and for each selector those that may give such signals."""

    def __init__(self, extractors: Iterable[Extractor]) -> None:
        self.extractors = tuple(extractors)
        self._producers: dict[str, tuple[int, ...]] = {}

    def producers(self, selector: str) -> tuple[int, ...]:
        """The numbers of the extractors that may give signals which a selector names."""
        known = self._producers.get(selector)
        if known is None:
            known = tuple(n for n, e in enumerate(self.extractors) if may_produce(e.produces, selector))
            self._producers[selector] = known
        return known
