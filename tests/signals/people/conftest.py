"""A reader of persons: the `person.*` signals of a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import read_document
from postguard.rules.loader import load
from postguard.signals.interface import Surroundings
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors

Found = list[tuple[str, str, str]]


@pytest.fixture(scope="session")
def people() -> Callable[..., Found]:
    lexicon = load().lexicon

    def read(text: str, *, staff: tuple[str, ...] = (), **context: Any) -> Found:
        document = read_document(Draft(text, **context))
        found: Found = []
        for view in document.views:
            reading = Reading(view, document.context, extractors(lexicon), Surroundings(staff=staff))
            for signal in reading.find("person.*"):
                if "evidence" in signal.values:
                    words = view.text[signal.span.start : signal.span.end]
                    found.append((signal.concept.removeprefix("person."), words, str(signal.values["evidence"])))
        return found

    return read
