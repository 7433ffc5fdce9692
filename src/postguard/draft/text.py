"""Plain text to views: paragraphs between blank lines, passages between rules of dashes, stars or underscores."""

from __future__ import annotations

import re

from postguard.draft.collect import Collector, Reading
from postguard.draft.directives import read_note
from postguard.draft.span import Span
from postguard.draft.strip import Strip

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\Z")
_NOTE = re.compile(r"<!--\s*postguard\s*:", re.IGNORECASE)


def read_text(source: str, start: int = 0) -> Reading:
    """The views of a plain text from `start` on (after a byte-order mark or front matter)."""
    collector = Collector(source)
    strip = Strip(source, [(0, len(source))])
    paragraph: list[tuple[int, int]] = []

    def flush() -> None:
        if not paragraph:
            return
        first, last = paragraph[0][0], paragraph[-1][1]
        text = source[first:last]
        last -= len(text) - len(text.rstrip("\r\n"))
        collector.prose.block()
        collector.prose.open("paragraph")
        for begin, end in paragraph:
            strip.write(collector.prose, begin, min(end, last))
        collector.prose.close("paragraph")
        collector.blocks.append(Span(first, last))
        paragraph.clear()

    at = start
    while at < len(source):
        line = _LINE.match(source, at)
        assert line is not None  # the pattern matches the empty text
        text, end = line[1], line.end()
        if not text.strip():
            flush()
        elif text.lstrip()[:1] in "-*_" and _RULE.match(text):
            flush()
            collector.prose.rule()
        elif "<!--" in text:
            pieces = _without_notes(collector, source, at, line.end(1))
            kept = "".join(source[a:b] for a, b in pieces)
            if kept.strip():
                # The line end belongs to the last piece, unless a directive stood between them.
                if pieces and pieces[-1][1] == line.end(1):
                    pieces[-1] = (pieces[-1][0], end)
                else:
                    pieces.append((line.end(1), end))
                paragraph.extend(pieces)
        else:
            paragraph.append((at, end))
        at = end
    flush()
    return collector.finish()


def _without_notes(collector: Collector, source: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces, at, kept = [], start, start
    while (at := source.find("<!--", at, end)) >= 0:
        close = source.find("-->", at + 4, end)
        if close < 0:
            break
        if not _NOTE.match(source, at, end):
            at += 4
            continue
        note = read_note(source[at + 4 : close], Span(at, close + 3))
        if note:
            collector.notes.append(note)
            pieces.append((kept, at))
            kept = close + 3
        at = close + 3
    pieces.append((kept, end))
    return [(a, b) for a, b in pieces if b > a]
