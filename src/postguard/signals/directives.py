"""What is wrong with a `postguard:` directive, as a signal that the rules of rules/configuration read."""

from __future__ import annotations

from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading


class DirectiveFault:
    """Says of a view that holds a directive what is wrong with it: `directive.unused`, `directive.unknown`, ….

    Args:
        kind: the fault; empty where no directive is looked at, as in the views of a draft.
        codes: the rules that the fault is about, never words of the draft.
    """

    name = "directive"
    produces = ("directive.*",)

    def __init__(self, kind: str = "", codes: tuple[str, ...] = ()) -> None:
        self._kind, self._codes = kind, codes

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One signal over the whole directive, with the rules' codes as a value."""
        if self._kind:
            whole = Span(0, len(reading.view.text))
            yield Signal(f"directive.{self._kind}", whole, {"codes": ", ".join(self._codes)}, self.name)
