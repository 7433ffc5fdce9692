"""Shows a few words of a draft around a finding, every piece of protected health information in the draft masked.

A mask covers whole words, and the same name or number wherever else it stands, because a finding may mark one of them
only. What is shown is the finding's sentence, one line of it, without characters that could steer a terminal.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from unicodedata import combining, east_asian_width

from postguard.draft.span import LineIndex, Span
from postguard.signals.sentences import SentenceIndex

_TOKEN = re.compile(r"\S+")
_EDGES = "\"'“”‘’.,;:!?…()[]{}<>*_#|~`"
_BEFORE = 60
_AFTER = 80
# Capitalised words that are nobody's name; masking each of them everywhere would hide the finding itself.
_PLAIN = frozenset(
    """a an and are at as but by did do dr had has have he her hers him his how i if in is it its mr mrs ms my no not of
    on or our ours patient patients she so thank thanks that the their them then they this to us was we were what when
    where who why with yes you your yours""".split()
)


class Redacted:
    """A draft whose words may be shown, masked.

    Args:
        source: the draft's source.
        protected: each place that a PHI rule marks, with the rule's code.
    """

    def __init__(self, source: str, protected: Iterable[tuple[Span, str]]) -> None:
        self._source = source
        self._masks = _merged(_widened(source, list(protected)))
        self._starts = [span.start for span, _ in self._masks]
        self._lines = LineIndex(source)

    @cached_property
    def _sentences(self) -> SentenceIndex:
        return SentenceIndex(self._source)

    def frame(self, span: Span) -> tuple[str, ...]:
        """The line that shows a span of the source, and a line with a mark under it."""
        clip = self._clip(span)
        text, columns = "", {}
        for at, piece in self._pieces(clip):
            columns[at] = len(text)
            text += piece
        lead = "…" if self._is_cut(clip.start, -1) else ""
        tail = "…" if self._is_cut(clip.end, 1) else ""
        first = _column(columns, max(span.start, clip.start), 0)
        last = _column(columns, min(span.end, clip.end), len(text))
        number = str(self._lines.position(span.start).line)
        pad = _columns(lead + text[:first])
        mark = max(1, _columns(text[first:last]))
        return f"{number} | {lead}{text}{tail}", f"{' ' * len(number)} | {' ' * pad}{'^' * mark}"

    def _clip(self, span: Span) -> Span:
        sentence = self._sentences.span_at(span.start)
        start, end = min(sentence.start, span.start), max(sentence.end, span.start)
        start = max(start, span.start - _BEFORE, *(self._source.rfind(c, 0, span.start) + 1 for c in "\r\n"))
        ends = (at for at in (self._source.find(c, span.start) for c in "\r\n") if at >= 0)
        return Span(start, max(span.start, min(end, max(span.end, span.start) + _AFTER, span.start + 160, *ends)))

    def _is_cut(self, at: int, step: int) -> bool:
        beside = self._source[at - 1 : at] if step < 0 else self._source[at : at + 1]
        return bool(beside) and beside not in "\r\n" and not self._is_edge(at)

    def _is_edge(self, at: int) -> bool:
        sentence = self._sentences.span_at(at)
        return at <= sentence.start or at >= sentence.end

    def _pieces(self, clip: Span) -> Iterator[tuple[int, str]]:
        """What is shown, with the source offset that each piece begins at; a mask that the clip cuts is shown whole."""
        at = clip.start
        number = max(0, bisect_right(self._starts, at) - 1)
        while at < clip.end:
            while number < len(self._masks) and self._masks[number][0].end <= at:
                number += 1
            mask = self._masks[number] if number < len(self._masks) else None
            if mask and mask[0].start <= at:
                yield at, f"[{mask[1]}]"
                at = mask[0].end
                continue
            character = self._source[at]
            yield at, character if character.isprintable() else " " if character == "\t" else "\ufffd"
            at += 1


def _column(columns: dict[int, int], at: int, default: int) -> int:
    """Where the piece that holds a source offset is shown; an offset inside a mask shows at its start."""
    if at in columns:
        return columns[at]
    before = [start for start in columns if start <= at]
    after = [start for start in columns if start > at]
    if not after:
        return default
    return columns[max(before)] if before and default == 0 else columns[min(after)]


def _columns(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _widened(source: str, protected: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """Each place widened to whole words, and the same words wherever else they stand."""
    words: dict[str, str] = {}
    for span, code in protected:
        yield span, code
        start = max(source.rfind(c, 0, span.start) for c in " \t\r\n") + 1
        for match in _TOKEN.finditer(source, start):
            if match.start() >= span.end:
                break
            token = match.group()
            lead = len(token) - len(token.lstrip(_EDGES))
            word = token.strip(_EDGES)
            if not word or match.start() + lead >= max(span.end, span.start + 1):
                continue
            yield Span(match.start() + lead, match.start() + lead + len(word)), code
            for part in re.split(r"[^\w@.-]+|['’]s\b", word):
                if len(part) >= 3 and part.lower() not in _PLAIN and not part.islower():
                    words.setdefault(part, code)
    if not words:
        return
    anywhere = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    codes = {word.lower(): code for word, code in words.items()}
    for match in anywhere.finditer(source):
        yield Span(*match.span()), codes.get(match.group().lower(), next(iter(words.values())))


def _merged(places: Iterable[tuple[Span, str]]) -> list[tuple[Span, str]]:
    merged: list[tuple[Span, str]] = []
    for span, code in sorted(places):
        if len(span) == 0:
            continue
        if merged and span.start < merged[-1][0].end:
            last, first_code = merged[-1]
            merged[-1] = (Span(last.start, max(last.end, span.end)), first_code)
        else:
            merged.append((span, code))
    return merged
