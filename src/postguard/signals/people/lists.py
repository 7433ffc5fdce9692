"""The shipped lists, each read once. Their making and licences: rules/lists/PROVENANCE.md."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from postguard.errors import UsageError
from postguard.shipped import rules_folder

NAME, WORD, PLACE = "", "w", "p"
"""The classes of a listed name: nothing else, also an English word, also a place."""


def listed(name: str) -> str:
    """The content of a file of rules/lists.

    Raises:
        UsageError: the installation is incomplete.
    """
    try:
        return (rules_folder() / "lists" / name).read_text(encoding="utf-8")
    except OSError:
        raise UsageError(f"the list {name} is missing from this installation: reinstall postguard") from None


def lines(name: str) -> Iterator[str]:
    """The lines of a list that are neither blank nor a comment.

    Raises:
        UsageError: the installation is incomplete.
    """
    return (line for line in listed(name).splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word as the lists spell it: lower case, no accents, straight apostrophes, ASCII hyphens."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(_MARKS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‐": "-",
        "‑": "-",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
        "đ": "d",
        "Đ": "D",
    }
)


@cache
def given_names() -> Mapping[str, str]:
    """Folded given names with their class."""
    return _classed("given_names.txt")


@cache
def surnames() -> Mapping[str, str]:
    """Folded surnames with their class."""
    return _classed("surnames.txt")


@cache
def words() -> frozenset[str]:
    """Ordinary English words, lower case."""
    return frozenset(listed("words.txt").split())


@cache
def towns() -> frozenset[str]:
    """Folded names of towns and cities, without their States."""
    return frozenset(plain(line.partition("\t")[0]) for line in lines("cities.txt"))


@cache
def entries(name: str) -> frozenset[str]:
    """The folded entries of a hand-kept list, one a line; `#` starts a comment."""
    return frozenset(plain(text) for line in lines(name) if (text := line.partition("#")[0].strip()))


def _classed(name: str) -> Mapping[str, str]:
    classes: dict[str, str] = {}
    for line in lines(name):
        word, _, kind = line.partition(" ")
        classes[word] = kind
    return classes


def given_class(word: str) -> str | None:
    """The class of a given name, None when it is not listed; a hyphenated name counts by its parts."""
    return _class_of(plain(word), given_names())


def surname_class(word: str) -> str | None:
    """The class of a surname, None when it is not listed; a hyphenated name counts by its parts."""
    return _class_of(plain(word), surnames())


def _class_of(folded: str, listed: Mapping[str, str]) -> str | None:
    found = listed.get(folded)
    if found is not None:
        return found
    if folded.startswith(("o'", "d'")):
        return listed.get(folded.replace("'", ""), listed.get(folded[2:]))
    parts = folded.split("-")
    if len(parts) in (2, 3) and all(len(part) > 1 for part in parts):
        kinds = [listed.get(part) for part in parts]
        if kinds[0] is not None and any(kind == NAME for kind in kinds):
            return NAME
    return None


def is_word(word: str) -> bool:
    """Whether a word is in the English dictionary, in lower case, or a plain plural or possessive of one that is."""
    folded = plain(word)
    listed = words()
    return (
        folded in listed
        or (folded.endswith("s") and folded[:-1] in listed)
        or all(part in listed for part in folded.split("-"))
    )
