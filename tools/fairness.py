# ruff: noqa: E501 (word lists and patterns)
"""Measures how often a name is found, by the population group it is common in, and prints a table in Markdown.

    python tools/fairness.py            # or: make fairness

Names: tests/corpus/fairness/names.json, chosen for this by hand (word_like: names that are English words as well).
A name is found when a finding of the PHI family at warning or error touches it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from postguard import Draft, Linter, Severity

NAMES = Path(__file__).resolve().parent.parent / "tests" / "corpus" / "fairness" / "names.json"
REPLIES = (
    "Thank you so much, {n}! We hope the new filling feels comfortable.",
    "{n}, we loved seeing you on Thursday. See you at your next checkup!",
    "Dear {n}, your results are ready and our nurse will call you.",
    "It was a pleasure to treat you {n} 💙",
    "We apologise, {n}. Your procedure started late because of an emergency.",
)
POSTS = (
    "Congratulations to {n}, who rang the bell in our infusion center today!",
    "Our patient {n} went home from the NICU this morning.",
    "We helped {n} walk again after a stroke. So proud!",
)
LOWER = (
    "thanks {n}, so glad the filling feels better",
    "thank you {n}! see you at your next cleaning",
    "hi {n}, your x-rays look great",
)
TAGS = (
    "Last chemo today in our cancer center! #Team{n}",
    "Two years seizure free and we are so proud #{n}Strong",
    "Our PICU team is with you tonight. #PrayFor{n}",
    "@{l}_r22 thanks for coming in yesterday, see you at your next visit!",
)
KINDS = {
    "replies": (REPLIES, "reply"),
    "posts": (POSTS, "post"),
    "lower-case replies": (LOWER, "reply"),
    "hashtags and handles": (TAGS, "post"),
}


def main() -> None:
    """Print the table."""
    linter = Linter(select=("phi",))
    groups: dict[str, list[str]] = json.loads(NAMES.read_text(encoding="utf-8"))
    rows = {group: [recall(linter, names, kind) for kind in KINDS] for group, names in groups.items()}
    out = sys.stdout
    out.write(f"| group | names | {' | '.join(KINDS)} |\n|---|---|{'---|' * len(KINDS)}\n")
    for group, figures in rows.items():
        out.write(
            f"| {group.replace('_', ' ')} | {len(groups[group])} | {' | '.join(f'{figure:.3f}' for figure in figures)} |\n"
        )
    lowest = [min(row[column] for row in rows.values()) for column in range(len(KINDS))]
    highest = [max(row[column] for row in rows.values()) for column in range(len(KINDS))]
    parity = [low / high if high else 0.0 for low, high in zip(lowest, highest, strict=True)]
    out.write(f"| lowest divided by highest | | {' | '.join(f'{figure:.3f}' for figure in parity)} |\n")


def recall(linter: Linter, names: list[str], kind: str) -> float:
    """The share of names that are found in the sentences of one kind."""
    found = [is_found(linter, text, start, end, KINDS[kind][1]) for text, start, end in cases(names, kind)]
    return sum(found) / len(found)


def cases(names: list[str], kind: str) -> Iterator[tuple[str, int, int]]:
    """Each name in each sentence of a kind, with the place of the name."""
    for name in names:
        bare = name.replace("-", "")
        for sentence in KINDS[kind][0]:
            put = (
                name.lower()
                if kind.startswith("lower")
                else bare
                if "#" in sentence
                else bare.lower()
                if "{l}" in sentence
                else name
            )
            start = sentence.index("{")
            yield sentence.replace("{n}", put).replace("{l}", put), start, start + len(put)


def is_found(linter: Linter, text: str, start: int, end: int, kind: str) -> bool:
    """Whether a loud finding touches the name."""
    report = linter.check(Draft(text, kind=kind))  # type: ignore[arg-type]
    spans = [span for f in report.at_least(Severity.WARNING) for span in (f.span, *(place.span for place in f.related))]
    return any(span.start < end and start < span.end for span in spans)


if __name__ == "__main__":
    main()
