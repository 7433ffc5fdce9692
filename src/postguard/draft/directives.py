"""`postguard:` comments, and the source that each of them covers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from postguard.draft.interface import Directive
from postguard.draft.span import Span

_DIRECTIVE = re.compile(r"\s*postguard\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_IGNORE = re.compile(r"ignore\b\s*(?:\[([^\]]*)\])?\s*(.*)", re.IGNORECASE | re.DOTALL)
# What may stand before a comment on a line of its own: quote and list markers belong to the block around it.
_MARKERS = re.compile(r"[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?")


@dataclass(frozen=True, slots=True)
class Note:
    """A directive before its reach is known."""

    codes: tuple[str, ...]
    reason: str
    span: Span


def read_note(comment: str, span: Span) -> Note | None:
    """The note in the text between `<!--` and `-->`, or None for any other comment.

    A `postguard:` comment that says something else than ignore comes back without codes, so that it is reported
    rather than lost.
    """
    found = _DIRECTIVE.match(comment)
    if not found:
        return None
    ignore = _IGNORE.match(found[1])
    if not ignore:
        return Note((), "", span)
    return Note(split_codes(ignore[1] or ""), " ".join(ignore[2].split()), span)


def split_codes(text: str) -> tuple[str, ...]:
    """Codes parted by commas or blanks."""
    return tuple(text.replace(",", " ").split())


def resolve(source: str, notes: Sequence[Note], blocks: Sequence[Span]) -> tuple[Directive, ...]:
    """Give each note its reach: the own line if other text stands on it, else up to the end of the next block.

    Args:
        source: the whole source of the draft.
        notes: the notes found in it.
        blocks: every block of the draft that a reader sees; the outer one of two with the same start counts.
    """
    if not notes:
        return ()
    ordered = sorted(blocks, key=lambda block: (block.start, -block.end))
    starts = [block.start for block in ordered]
    lines = [_line(source, note.span) for note in notes]
    shared = _shared_lines(source, notes, lines)
    found = []
    for note, line in zip(notes, lines, strict=True):
        if line in shared:
            covers = line
        else:
            index = bisect_left(starts, note.span.end)
            covers = Span(note.span.end, ordered[index].end) if index < len(ordered) else Span(line.end, line.end)
        found.append(Directive(note.codes, note.reason, note.span, covers))
    return tuple(found)


def _line(source: str, span: Span) -> Span:
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    ends = [at for at in (source.find("\n", span.end), source.find("\r", span.end)) if at >= 0]
    return Span(start, min(ends, default=len(source)))


def _shared_lines(source: str, notes: Sequence[Note], lines: Sequence[Span]) -> set[Span]:
    """The lines on which something stands besides notes."""
    spans: dict[Span, list[Span]] = {}
    for note, line in zip(notes, lines, strict=True):
        spans.setdefault(line, []).append(note.span)
    shared = set()
    for line, taken in spans.items():
        rest, at = [], line.start
        for span in sorted(taken):
            rest.append(source[at : span.start])
            at = span.end
        rest.append(source[at : line.end])
        text = "".join(rest)
        if _MARKERS.sub("", text, count=1).strip():
            shared.add(line)
    return shared
