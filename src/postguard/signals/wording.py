"""How words are used: talked about as words, part of a name or address, denied in their own clause, refuted as a myth.

The tone rules are lifted by these; the cue words are data (`stigma.mention` and `claim.debunk` in rules/concepts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_CONTRAST = re.compile(
    r"(?:(?:,|;|\band|\bor|\b(?:is|are|am|was|were|be)|['’](?:s|re|m)) not|\b(?:isn|aren|wasn|weren)['’]t) "
    r"(?:(?:an?|the|just|as|some|your|only) )*[\w’'-]+(?: [\w’'-]+)?",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.!?;:…\n]|\b(?:but|however|although|so|unless|until|yet|then|because|with)\b|—|–| - ")
_COMMA_END = re.compile(rf"{_CLAUSE_END.pattern}|,|\band\b|\bjust\b|\bonly\b")
_STRONG_NEGATION = re.compile(r"(?:not|n[’']?t|cannot|neither|none|hardly|nor|nobody|no one)$", re.IGNORECASE)
_REACH = 90
_NAME_WORD = r"(?:[A-Z]\w{0,2}\.(?= )|[A-Z](?:[\w’'&-]|\.(?=\w))*)"  # "Dr.", "St.", "U.S", but no end of sentence
_NAME_RUN = re.compile(rf"\b{_NAME_WORD}(?:,? (?:(?:and|of|for|on|in|the|to|&|with|a) ){{0,3}}{_NAME_WORD})+")
_SINGULAR = re.compile(
    r"\s+(?:is|was|has|meets|gathers|welcomes|offers|hosts|invites|starts|returns|runs|walks|kicks)\b"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<!\w)@\w+|\b[\w-]+(?:\.[\w-]+)+/\S*")
_ORGANISATION = re.compile(
    r"\b(?:Anonymous|Association|Society|Act|Institutes?|Coalition|Administration|Cent(?:er|re)s?|Foundation|Programs?|"
    r"Programme|Committee|Board|Services?|Department|Hospitals?|Clinic|Journal|Awards?|Day|Week|Month|Fund|Network|"
    r"Alliance|Council|Project|House|School|University|Registry|Bureau|Commission|Games|Initiative|Survey|Scale|Index|"
    r"Church|Olympics|League|Federation|Academy|College|Union|Agency|Authority|Office|Trust|Shelter|Mission|Library|"
    r"Museum|Hotline|Helpline|Lifeline|Line|Court|Amendment|Handbook|Conference|Summit|Task Force|Study|Trial|Home|"
    r"Ministries|Army|Warning|Assessment|Questionnaire|Inventory|Screening Test|Guidelines?|Code|Law|Bill|Review)\b"
)
_CROSSED = re.compile(r"[❌🚫✗✘❎]\ufe0f?[^\n→➡✅✔☑]*")
_CHECKED = re.compile(r"[→➡✅✔☑]|[-=]>|\binstead\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_TITLE_CASE = 0.6


class Wording:
    """Spans in which words are mentioned, named, denied or debunked."""

    name = "wording"
    produces = ("modality.mentioned", "modality.named", "modality.denied", "modality.debunked")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The spans of a view."""
        text = reading.view.text
        for cue in reading.find("stigma.mention"):
            yield _signal("mentioned", reading.sentences.span_at(cue.span.start))
        for match in _CONTRAST.finditer(text):
            yield _signal("mentioned", Span(*match.span()))
        if _CHECKED.search(text):  # "❌ addict → ✅ person with …": what is crossed out is not said
            for match in _CROSSED.finditer(text):
                yield _signal("mentioned", Span(*match.span()))
        for cue in reading.find("claim.debunk"):
            yield _signal("debunked", reading.sentences.span_at(cue.span.start))
        for cue in reading.find("cue.negation"):
            said = text[cue.span.start : cue.span.end]
            ends = _CLAUSE_END if _STRONG_NEGATION.search(said) else _COMMA_END
            limit = min(len(text), cue.span.end + _REACH)
            stop = ends.search(text, cue.span.end, limit)
            yield _signal("denied", Span(cue.span.start, stop.start() if stop else limit))
        for cue in reading.find("cue.negated_before"):
            yield _signal("denied", Span(reading.sentences.span_at(cue.span.start).start, cue.span.end))
        for match in _ADDRESS.finditer(text):
            yield _signal("named", Span(*match.span()))
        for match in _NAME_RUN.finditer(text):
            if _is_name(match, reading):
                yield _signal("named", Span(*match.span()))


def _is_name(match: re.Match[str], reading: Reading) -> bool:
    """Whether a run of capitalised words is a name: it has a word such as Association, or stands out."""
    run = match.group()
    if _ORGANISATION.search(run) and not run.isupper():
        return True
    sentence = reading.sentences.span_at(match.start())
    words = _WORD.findall(reading.view.text[sentence.start : sentence.end])
    capitals = sum(word[:1].isupper() for word in words)
    if len(words) > 3 and capitals >= _TITLE_CASE * len(words):
        return False  # a headline in title case: capitals tell nothing
    own = [word for word in _WORD.findall(run) if word[:1].isupper()]
    if match.start() != sentence.start or len(own) > 2:
        return len(own) > 1
    # "Diabetics in Motion meets on Mondays": plural people, a verb in the singular, so one thing bears the name
    return own[0].endswith("s") and len(own) > 1 and bool(_SINGULAR.match(reading.view.text, match.end()))


def _signal(kind: str, span: Span) -> Signal:
    return Signal(f"modality.{kind}", span, source="wording")
