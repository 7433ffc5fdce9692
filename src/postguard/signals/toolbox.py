"""The extractors of a linter, with a look-up of who may produce what; shared by all readings."""

from __future__ import annotations

from collections.abc import Iterable

from postguard.signals.interface import Extractor


class Toolbox:
    """Extractors in their order, and for each selector those that may give such signals."""

    def __init__(self, extractors: Iterable[Extractor]) -> None:
        self.extractors = tuple(extractors)
        self._producers: dict[str, tuple[int, ...]] = {}
        self._exact: dict[str, list[int]] = {}
        self._prefixes: list[tuple[str, int]] = []
        for number, extractor in enumerate(self.extractors):
            for product in extractor.produces:
                if product.endswith("*"):
                    self._prefixes.append((product[:-1], number))
                else:
                    self._exact.setdefault(product, []).append(number)

    def producers(self, selector: str) -> tuple[int, ...]:
        """The numbers of the extractors that may give signals which a selector names (see `may_produce`)."""
        known = self._producers.get(selector)
        if known is None:
            known = self._producers[selector] = tuple(sorted(set(self._found(selector))))
        return known

    def _found(self, selector: str) -> Iterable[int]:
        stem = selector.removesuffix("*")
        if stem == selector:
            yield from self._exact.get(selector, ())
        else:
            yield from (n for name, numbers in self._exact.items() if name.startswith(stem) for n in numbers)
        for prefix, number in self._prefixes:
            if stem.startswith(prefix) or (stem != selector and prefix.startswith(stem)):
                yield number
