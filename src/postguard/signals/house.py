"""The organisation's own terms: names, marks, hashtags and slogans that the configuration lists ([[terms]])."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from postguard.draft.span import Span
from postguard.signals.folding import fold
from postguard.signals.interface import HouseTerm, Signal, Value
from postguard.signals.phrases import expand
from postguard.signals.reading import Reading

_WORD = re.compile(r"[\w'’]+")
_NEAR = 0.7
"""The share of a slogan's words, in order, from which on other words are taken for the slogan misquoted."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    term: HouseTerm
    prefer: re.Pattern[str]
    avoid: re.Pattern[str] | None


class House:
    """`house.avoid`, `house.case` and `house.slogan` of `[[terms]]`; `house.aim` for the audiences of `[voice]`."""

    name = "house"
    produces = ("house.avoid", "house.case", "house.slogan", "house.aim")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """Where a view says, misspells or avoids the organisation's terms."""
        surroundings = reading.surroundings
        for compiled in _compiled(surroundings.terms):
            yield from self._term(reading, compiled)
        if surroundings.aims:
            for match in _pattern(surroundings.aims).finditer(reading.folded.text):
                yield Signal("house.aim", reading.folded.to_original(*match.span()), source=self.name)

    def _term(self, reading: Reading, compiled: _Compiled) -> Iterator[Signal]:
        term, text, folded = compiled.term, reading.view.text, reading.folded
        values: dict[str, Value] = {
            "prefer": term.prefer, "kind": term.kind, "severity": term.severity,
            "reason": f" ({term.reason})" if term.reason else "",
        }  # fmt: skip
        said = [folded.to_original(*match.span()) for match in compiled.prefer.finditer(folded.text)]
        for span in said:
            if term.case and text[span.start : span.end] != term.prefer:
                yield Signal("house.case", span, values, self.name)
        if compiled.avoid is not None:
            for match in compiled.avoid.finditer(folded.text):
                span = folded.to_original(*match.span())
                if not any(other.contains(span) for other in said):
                    yield Signal("house.avoid", span, values, self.name)
        if term.kind == "slogan":
            for span in _misquoted(text, term.prefer):
                if not any(other.overlaps(span) for other in said):
                    yield Signal("house.slogan", span, values, self.name)


@lru_cache(maxsize=16)
def _compiled(terms: tuple[HouseTerm, ...]) -> tuple[_Compiled, ...]:
    return tuple(_Compiled(term, _literal(term.prefer), _pattern(term.avoid) if term.avoid else None) for term in terms)


def _literal(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w#@]){re.escape(fold(words).text.strip())}(?!\w)")


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    plain = sorted({phrase for notation in phrases for phrase in expand(notation)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w#@])(?:{'|'.join(map(re.escape, plain))})(?!\w)")


def _misquoted(text: str, slogan: str) -> Iterator[Span]:
    """Stretches of as many words as the slogan that share most of them, in order, but not all."""
    wanted = [word.lower() for word in _WORD.findall(slogan)]
    if len(wanted) < 4:
        return
    found = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(text)]
    at = 0
    while at + len(wanted) <= len(found):
        stretch = found[at : at + len(wanted)]
        same = sum(one == other[0] for one, other in zip(wanted, stretch, strict=True))
        if _NEAR <= same / len(wanted) < 1:
            yield Span(stretch[0][1], stretch[-1][2])
            at += len(wanted)
        else:
            at += 1
