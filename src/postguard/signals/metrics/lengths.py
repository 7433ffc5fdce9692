"""How long a text is to a channel: X's weighted length, graphemes, UTF-16 units, UTF-8 bytes, SMS segments.

Each counter gives the length and, for a limit, the first character that is too many.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from postguard.signals.metrics.urls import links

# twitter-text configuration version 3 (https://github.com/twitter/twitter-text, config/v3.json): weights in hundredths.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_LINK = 23
_EMOJI = 2

# 3GPP TS 23.038, the default alphabet and the default extension table.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENDED = frozenset("\f^{}\\[~]|€")

# An emoji as X counts it: one pictograph with its joined, toned and tagged parts; a flag; a keycap.
_PICTOGRAPH = (
    "(?:[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2"
    "\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u261d\u2620\u2622\u2623\u2626\u262a"
    "\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u265f\u2660\u2663\u2665\u2666\u2668\u267b\u267e\u267f\u2692-\u2697"
    "\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26ce\u26cf\u26d1\u26d3"
    "\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f7-\u26fa\u26fd\u2702\u2705\u2708-\u270d\u270f\u2712\u2714\u2716\u271d\u2721"
    "\u2728\u2733\u2734\u2744\u2747\u274c\u274e\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27a1\u27b0\u27bf\u2934"
    "\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299\U0001f004\U0001f0cf\U0001f170\U0001f171"
    "\U0001f17e\U0001f17f\U0001f18e\U0001f191-\U0001f19a\U0001f201\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a"
    "\U0001f250\U0001f251\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f9ff"
    "\U0001fa70-\U0001faff]"
    "\ufe0f?[\U0001f3fb-\U0001f3ff]?)"
)
EMOJI = re.compile(
    f"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f"
    f"|{_PICTOGRAPH}(?:\u200d{_PICTOGRAPH})*"
)
"""One emoji as a reader sees it."""

_CLUSTER = re.compile(
    "(?s).[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20f0]*"
)


@dataclass(frozen=True, slots=True)
class Count:
    """The length of a text in some unit."""

    length: int
    """How many units."""

    ends: tuple[int, ...]
    """For each piece of the text (a character, a link, an emoji), the units up to its end."""

    starts: tuple[int, ...]
    """Where each piece starts, in code points of the text."""

    def first_over(self, limit: int) -> int:
        """The code point at which the first unit stands that is more than `limit`."""
        return self.starts[bisect_left(self.ends, limit + 1)]


def _count(pieces: Iterator[tuple[int, int]]) -> Count:
    starts, weights = [], []
    for start, weight in pieces:
        starts.append(start)
        weights.append(weight)
    ends = tuple(accumulate(weights))
    return Count(ends[-1] if ends else 0, ends, tuple(starts))


def weighted(text: str) -> Count:
    """X's weighted length: Latin and usual punctuation 1, others 2, a link 23, an emoji 2; composed (NFC) first."""
    return _count(_weighted(text))


def _weighted(text: str) -> Iterator[tuple[int, int]]:
    wholes = [(span.start, span.end, _LINK) for span in links(text)]
    ends = [end for _, end, _ in wholes]
    for match in EMOJI.finditer(text):
        after = bisect_left(ends, match.start() + 1)
        if after < len(ends) and wholes[after][0] < match.end():
            continue
        wholes.append((match.start(), match.end(), _EMOJI))
    wholes.sort()
    at = 0
    for start, end, weight in wholes:
        yield from _characters(text, at, start)
        yield start, weight
        at = end
    yield from _characters(text, at, len(text))


def _characters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.isascii():
        yield from ((at, 1) for at in range(start, end))
        return
    at = start
    for cluster in _CLUSTER.findall(piece):
        composed = unicodedata.normalize("NFC", cluster)
        yield at, sum(_weight(ord(character)) for character in composed)
        at += len(cluster)


def _weight(code: int) -> int:
    return 1 if any(first <= code <= last for first, last in _LIGHT) else 2


def characters(text: str, link: int = 0) -> Count:
    """Code points; a link counts `link` when that is not 0 (23 on Mastodon)."""
    if not link:
        return Count(len(text), tuple(range(1, len(text) + 1)), tuple(range(len(text))))
    return _count(_linked(text, link))


def _linked(text: str, weight: int) -> Iterator[tuple[int, int]]:
    at = 0
    for span in links(text, bare=False):
        yield from ((offset, 1) for offset in range(at, span.start))
        yield span.start, weight
        at = span.end
    yield from ((offset, 1) for offset in range(at, len(text)))


def utf16(text: str) -> Count:
    """UTF-16 code units, as JavaScript and most apps count."""
    return _count((at, 2 if ord(character) > 0xFFFF else 1) for at, character in enumerate(text))


def utf8(text: str) -> Count:
    """Bytes in UTF-8."""
    return _count((at, len(character.encode())) for at, character in enumerate(text))


def graphemes(text: str) -> Count:
    """What a reader would call characters (Unicode extended grapheme clusters)."""
    if text.isascii() and "\r" not in text:
        return characters(text)
    import grapheme

    return _count(_clusters(grapheme.graphemes(text)))


def _clusters(clusters: Iterator[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for cluster in clusters:
        yield at, 1
        at += len(cluster)


@dataclass(frozen=True, slots=True)
class Sms:
    """A text as SMS."""

    encoding: str
    """GSM-7, or UCS-2 when one character is outside of it."""

    segments: int
    units: int
    """Septets of GSM-7, or UTF-16 units."""

    costly: tuple[int, ...]
    """Where the characters stand that need UCS-2, in code points."""


def sms(text: str) -> Sms:
    """The SMS segments of a text: 160 septets or 70 UTF-16 units in one, 153 or 67 in each of several.

    A character of the extension table (^{}[]~|€ and backslash) takes two septets; neither it nor a character of two
    UTF-16 units, nor an emoji of several characters, is split between segments.
    """
    costly = tuple(at for at, c in enumerate(text) if c not in _GSM and c not in _GSM_EXTENDED)
    if not costly:
        sizes = [2 if character in _GSM_EXTENDED else 1 for character in text]
        return Sms("GSM-7", _segments(sizes, 160, 153), sum(sizes), ())
    sizes = [2 if ord(character) > 0xFFFF else 1 for character in text]
    return Sms("UCS-2", _segments(sizes, 70, 67), sum(sizes), costly)


def _segments(sizes: list[int], single: int, several: int) -> int:
    if sum(sizes) <= single:
        return 1 if sizes else 0
    count, room = 1, several
    for size in sizes:
        if size > room:
            count += 1
            room = several
        room -= size
    return count


@cache
def counters() -> dict[str, Callable[[str], Count]]:
    """The counters that rules/channels.toml may name as a unit."""
    return {
        "weighted characters": weighted,
        "characters": characters,
        "characters with links as 23": lambda text: characters(text, 23),
        "UTF-16 units": utf16,
        "graphemes": graphemes,
        "bytes": utf8,
    }
