"""Folding: the form of a text in which phrases are looked up, with a way back to exact offsets.

Every code point becomes one code point (lower case, plain quotes, plain letters for accented, full-width, mathematical
and look-alike ones, a space for hyphens and white space) or none (zero-width characters, the rest of a run of spaces).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from postguard.draft.span import Span

_DROP = "\u200b"
_LOOK_ALIKES = {
    **dict(zip("аеорсухіјѕԁһӏԛԝ", "aeopcyxijsdhlqw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx", strict=True)),
    **dict(zip("АВЕКМНОРСТХ", "abekmhopctx", strict=True)),
    **dict.fromkeys("’‘‛ʼ`´", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("-‐‑‒–—―−\u00ad", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\ufe0f", _DROP),
}
_RUN = re.compile(rf"[{_DROP} \n]{{2,}}|{_DROP}|\n")


class _Table(dict[int, str]):
    """A table for str.translate that works out each character once."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if character in _LOOK_ALIKES:
        return _LOOK_ALIKES[character]
    if character in "\n\r\u2028\u2029":
        return "\n"
    if character.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", character)
    kept = "".join(c for c in plain if not unicodedata.combining(c)) or plain
    lowered = kept.lower()
    return lowered if len(lowered) == 1 else character


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text."""

    text: str
    """White space is single spaces; a blank line stays as one newline, so that no phrase crosses a paragraph."""

    offsets: tuple[int, ...] | None
    """For each code point of `text` its offset in the original; None when they are the same."""

    size: int
    """Code points of the original text."""

    def to_original(self, start: int, end: int) -> Span:
        """The stretch of the original text behind a stretch of the folded one."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start])

    def from_original(self, offset: int) -> int:
        """The folded offset of an offset of the original text."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold a text; the same length when nothing had to be dropped."""
    plain = text.translate(_TABLE)
    if len(plain) != len(text):  # a table entry of another length cannot happen; never trust offsets if it does
        raise AssertionError("folding must keep the length")
    parts: list[str] = []
    offsets: list[int] = []
    last = 0
    changed = False
    for run in _RUN.finditer(plain):
        piece = run.group()
        blank_line = piece.count("\n") > 1
        replacement = "\n" if blank_line else " " if piece.strip(_DROP) else ""
        parts.append(plain[last : run.start()])
        offsets.extend(range(last, run.start()))
        if replacement:
            parts.append(replacement)
            offsets.append(run.start())
        changed = changed or len(replacement) != len(piece)
        last = run.end()
    if not parts:
        return Folded(plain, None, len(text))
    parts.append(plain[last:])
    offsets.extend(range(last, len(plain)))
    return Folded("".join(parts), tuple(offsets) if changed else None, len(text))
