"""The labelled texts that the second reader learns from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from postguard.draft.span import Span
from postguard.signals.second_reader import FAMILIES

_CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"
_USED, _HELD = (1, 2, 3), (4,)
"""Numbers of the blind batches that are learned from, and of those that only set thresholds."""

_MARK = re.compile("[⟦⟧]")
_HEAD = re.compile(r"^@ (?=(?:-|(?:phi|inc|ton)/)[^\n|]*\|)", flags=re.M)
"""How a block begins; a line of a text may begin with a handle."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what is to be said of it."""

    text: str
    kind: str = "post"
    answers: str = ""
    labels: frozenset[str] = frozenset()
    """Kinds such as `phi/reply`, or a family's name alone where the kind is not known."""

    families: frozenset[str] = frozenset(FAMILIES.values())
    """The families that the labels speak of; of others the text says nothing."""

    marks: tuple[Span, ...] = ()
    """The telling words, in code points."""

    source: str = ""


def blocks(path: Path) -> Iterator[Labelled]:
    """The texts of a file of blocks (see docs/second-reader.md for the form).

    Raises:
        ValueError: a block's first line is not of the form.
    """
    for block in _HEAD.split(path.read_text("utf-8"))[1:]:
        head, _, body = block.partition("\n")
        labels, _, kind = head.partition("|")
        answers = ""
        if body.startswith("re:"):
            answers, _, body = body[3:].partition("\n")
        text, marks = _unmarked(body.strip())
        names = frozenset(name.strip() for name in labels.split(",") if name.strip() not in {"", "-"})
        if not text or any(not re.fullmatch(r"(phi|inc|ton)/[a-z]+", name) for name in names):
            raise ValueError(f"{path.name}: {head}")
        yield Labelled(text, kind.strip() or "post", answers.strip(), names, marks=marks, source=path.stem)


def records(path: Path, family: str) -> Iterator[Labelled]:
    """The texts of a corpus file of one family, labelled flag or pass."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        where = record.get("where") or []
        found = [(text.find(words), words) for words in ([where] if isinstance(where, str) else where)]
        yield Labelled(
            text,
            record.get("kind") or "post",
            record.get("in_reply_to") or "",
            frozenset({family}) if record["label"] == "flag" else frozenset(),
            frozenset({family}),
            tuple(Span(at, at + len(words)) for at, words in found if at >= 0),
            path.stem,
        )


def taught() -> Path:
    """The folder of the texts that were written for the second reader."""
    return Path(__file__).parent / "texts"


def corpus(folder: Path) -> Iterator[Labelled]:
    """Everything that it learns from: the texts of a folder, postguard's own corpus, the batches that were used."""
    for path in sorted(folder.glob("*.txt")):
        for text in blocks(path):
            yield text
            if path.stem.startswith("plain") and not text.labels and (words := bare(text.text)) != text.text:
                yield replace(text, text=words)
            if text.kind == "reply" and not text.labels and (words := uncalled(text.text)) != text.text:
                yield replace(text, text=words)
    for family in FAMILIES.values():
        used = (_CORPUS / "blind" / f"{family}-{number}.jsonl" for number in _USED)
        for path in (*sorted((_CORPUS / family).glob("*.jsonl")), *used):
            yield from records(path, family)


def bare(text: str) -> str:
    """A post without addresses, handles and the signs of hashtags: these must not be what makes a headline harmless."""
    text = re.sub(r"https?://\S+|\bRT\b|\bvia\b(?=\s*@)|@\w+:?|#(?=\w)", "", text)
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def uncalled(text: str) -> str:
    """A reply without numbers to ring: a kind one often gives one, but it must not be what makes it kind."""
    return re.sub(r"[ ]?(?:(?:at|on|is|:|,)[ ])?(?:\(?\d{3}\)?[ -])?\d{3}-\d{4}\b(?:,? ext\.? \d+)?", "", text)


def held() -> dict[str, list[Labelled]]:
    """What is only measured: the last blind batches of each family that are not fresh any more."""
    names = [(family, f"{family}-{number}") for family in FAMILIES.values() for number in _HELD]
    return {name: list(records(_CORPUS / "blind" / f"{name}.jsonl", family)) for family, name in names}


def _unmarked(body: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and where they stood."""
    parts: list[str] = []
    marks: list[Span] = []
    size, opened, last = 0, None, 0
    for match in _MARK.finditer(body):
        parts.append(body[last : match.start()])
        size += match.start() - last
        last = match.end()
        if match.group() == "⟦":
            opened = size
        elif opened is not None:
            marks.append(Span(opened, size))
            opened = None
    parts.append(body[last:])
    return "".join(parts), tuple(marks)
