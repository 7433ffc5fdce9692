"""Makes findings out of matches: positions, law, words, and no text of the draft."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from postguard.draft.span import LineIndex, Span
from postguard.policy.circumstance import Addition
from postguard.policy.standing import Standing
from postguard.report.finding import AuthorityStatus, Confidence, Finding, Place, Severity
from postguard.rules.rule import Match
from postguard.signals.interface import Signal

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Assembler:
    """Turns the matches of one document into findings."""

    lines: LineIndex
    cite: Callable[[str], str]
    """The citation of an authority's key."""

    notes: Mapping[str, str]
    """What a finding says of a related place, by concept."""

    severities: Mapping[str, str]
    """The organisation's own severities, by code or name."""

    weigh: Callable[[Match], Standing]
    add: Callable[[Match], Addition] = lambda match: Addition()
    """What the draft's circumstances add to a finding."""

    def findings(self, matches: Iterable[Match]) -> Iterator[Finding]:
        """One finding for each match, in the matches' order."""
        for match in matches:
            model, view = match.rule.model, match.reading.view
            standing, addition = self.weigh(match), self.add(match)
            own = self.severities.get(model.code) or self.severities.get(model.name)
            values = match.anchor.values
            yield Finding(
                code=model.code,
                name=model.name,
                category=model.category,
                severity=Severity(own or addition.severity or standing.severity),
                confidence=Confidence(model.confidence),
                message=filled(match.message, values) + addition.message,
                place=self._place(match, match.anchor),
                scope=view.scope,
                suggestion=filled(model.suggestion, values).rstrip() + addition.suggestion,
                fingerprint=_fingerprint(match),
                related=tuple(self._place(match, signal) for signal in match.others),
                authorities=tuple(self._authorities(standing)),
                replacement=match.replacement,
            )

    def _place(self, match: Match, signal: Signal) -> Place:
        span = match.reading.view.to_source(signal.span)
        note = "" if signal is match.anchor else self.note(signal)
        return Place(span, self.lines.position(span.start), self.lines.position(span.end), note)

    def note(self, signal: Signal) -> str:
        """What a finding says of a signal's place."""
        return str(
            signal.values.get("note")
            or self.notes.get(signal.concept)
            or signal.concept.rpartition(".")[2].replace("_", " ")
        )

    def _authorities(self, standing: Standing) -> Iterator[AuthorityStatus]:
        answered = dict(standing.answered)
        for key in dict.fromkeys((*standing.open, *answered)):
            yield AuthorityStatus(key, self.cite(key), key in standing.open, answered.get(key, ""))


def filled(text: str, values: Mapping[str, object]) -> str:
    """A message with its `{name}` places filled from a signal's values, which never hold words of the draft."""

    def value(match: re.Match[str]) -> str:
        have = values.get(match.group(1))
        return match.group(0) if have is None else f"{have:g}" if isinstance(have, float) else str(have)

    return _PLACEHOLDER.sub(value, text)


def _fingerprint(match: Match) -> str:
    """A digest of the rule and the shape of the sentence: word lengths, no letters."""
    reading, span = match.reading, match.anchor.span
    sentence = reading.sentences.span_at(span.start)
    words = reading.view.text[sentence.start : sentence.end].split()
    shape = ",".join(str(len(word)) for word in words)
    place = Span(span.start - sentence.start, span.end - sentence.start)
    key = f"{match.rule.code}|{reading.view.scope}|{shape}|{place.start}|{place.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
