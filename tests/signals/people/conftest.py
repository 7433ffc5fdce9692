"""A reader of persons: the `person.*` signals of a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import read_document
from postguard.rules.loader import load
from postguard.signals.interface import Signal, Surroundings
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

Found = list[tuple[str, str, str]]
Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def read() -> Read:
    """A reading of a text of one view."""
    lexicon = load().lexicon

    def read(text: str, *, staff: tuple[str, ...] = (), **context: Any) -> Reading:
        document = read_document(Draft(text, **context))
        (view,) = document.views
        return Reading(view, document.context, extractors(lexicon), Surroundings(staff=staff))

    return read


@pytest.fixture(scope="session")
def people(read: Read) -> Callable[..., Found]:
    """The role, words and evidence of each person of a text."""

    def people(text: str, **context: Any) -> Found:
        return [
            (signal.concept.removeprefix("person."), _words(text, signal), str(signal.values["evidence"]))
            for signal in read(text, **context).find("person.*")
            if "evidence" in signal.values
        ]

    return people


@pytest.fixture(scope="session")
def cared_for(read: Read) -> Callable[[str], list[str]]:
    """The names beside which a text tells what befell them, whoever tells it."""
    return lambda text: [_words(text, s) for s in read(text).find("person.named") if s.values.get("care")]


def _words(text: str, signal: Signal) -> str:
    return text[signal.span.start : signal.span.end]
