"""How a reply speaks: whether the text answers somebody at all, and which words speak of no actual case.

draft.answering         the draft is a reply, answers a given text, or opens like a reply
modality.hypothetical   "if you have a question about your bill, …", "when you need an appointment", "our policy is …"
modality.withheld       "we can't discuss your care here": says that it will not say
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_OPENING = re.compile(
    r"^\W*(?:hi|hello|hey|dear|good (?:morning|afternoon))?[ ,@\w'.’-]{0,40}?\b"
    r"(?:thank you|thanks|thx|gracias)\b[^.!?\n]{0,40}\b"
    r"(?:review|feedback|kind words|stars|sharing your|your comments?|rese(?:n|ñ)a|comentarios?)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:you (?:only )?(?:left|gave|wrote|posted)(?: us)?(?: a| an| this|"
    r" your)?(?: \w+){0,2} (?:stars?|review|rating)|"
    r"(?:this|your) (?:(?:one|1|two|2|five|5)[ -]star )?review|sorry (?:to hear|you (?:feel|felt))|"
    r"(?:this|the) reviewer)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"\b(?:if(?! you(?:'d| had|'ll)?(?: (?:had|recall|remember|look back|will recall|want to talk about|"
    r"don't want|hadn't|ever wonder)))|whenever|in case|should (?:you|anyone|your)|unless|in the event|"
    r"(?:for )?anyone (?:who (?:is|has|needs|wants|may|thinks)|with|can)|those who|"
    r"people who(?! (?:pull|yank|rip|walk out|leave|sneak|throw|curse|swing|bite|spit|steal|flush|hide|scream))|"
    r"any patient|patients? (?:who|can|may|should|with|are|have)|every (?:patient|new)|"
    r"all (?:of our |our )?patients|most (?:patients|people|offices|plans)|each patient|someone who|"
    r"when(?:ever)? you (?:need|want|have|are ready|call|visit|come|arrive|book|feel|get|schedule|check|see|receive)|"
    r"once you (?:have|are|get|call|book)|before (?:you|your)(?= \w+[^.!?]*, ?(?:please|we|ask|call))|"
    r"(?:our|office|clinic|hospital|standard|a) (?:policy|policies|goal|aim|mission|promise|"
    r"commitment|practice) (?:is|are|to|of|states)|"
    r"it(?:'s| is) our (?:policy|goal|aim|practice|mission|promise)|we (?:aim|strive|try|work hard|want) (?:to|for)|"
    r"you (?:can|may|could|might|should|must)(?! (?:see|tell|imagine|not|remember|recall))|"
    r"are you (?:looking|ready|due)|need (?:a|an|to)\b|"
    r"ask your(?! \w+ (?:what|why|who))|talk (?:to|with) your|speak (?:to|with) your|check with your|see your|"
    r"to (?:schedule|book|request|make|cancel|reschedule|view|pay|access|check on|set up) (?:your|an?|the)|"
    r"(?:^|[.!?] )(?:bring|check|"
    r"ask(?! (?:her|him|them|your \w+) (?:what|why|who))|arrive|wear|log in|have) |please (?:bring|arrive|check|use|"
    r"schedule|book|log|have|ask|talk|see|wear|send)|"
    r"what to expect|how to|typically|usually|generally|in general|tends? to)\b"
)
_PRIORITY = re.compile(
    r"\byour [\w ]{2,40}?\b(?:is|are|matters?|means|comes?)(?: always| our| very| so| a| the| of| both)*"
    r" (?:first|important|importance|(?:top |highest |number one |biggest )?priority|priorities|to us|"
    r"confidential|private|protected|everything|"
    r"what (?:we|drives|matters)|why we|at the (?:heart|center))"
)
_CLAUSE_END = re.compile(r"[.!?;\n]|, but | but | however|, so (?:let|don't)|, and (?:you|we|your)\b")


class Replies:
    """Whether the draft answers somebody, and the stretches that speak of no actual case."""

    name = "replies"
    produces = ("draft.answering", "modality.hypothetical", "modality.withheld")

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """The ambient signal, and one signal for each stretch."""
        text = reading.view.text
        context = reading.context
        if context.kind == "reply" or context.in_reply_to or (context.kind in (None, "post") and _opens(text)):
            yield Signal("draft.answering", Span(0, len(text)), source=self.name)
        folded = reading.folded
        for match in _CONDITIONAL.finditer(folded.text):
            end = _stop(folded.text, match.end())
            yield Signal("modality.hypothetical", folded.to_original(match.start(), end), source=self.name)
        for match in _PRIORITY.finditer(folded.text):
            yield Signal("modality.hypothetical", folded.to_original(*match.span()), source=self.name)
        for cue in reading.find("reply.withheld"):
            start = folded.from_original(cue.span.start)
            end = _stop(folded.text, folded.from_original(cue.span.end))
            yield Signal("modality.withheld", folded.to_original(start, max(end, start + 1)), source=self.name)


def _opens(text: str) -> bool:
    return bool(_OPENING.search(text[:200]) or _ANSWER.search(text[:400]))


def _stop(text: str, start: int) -> int:
    """Where the clause that goes on at `start` ends."""
    match = _CLAUSE_END.search(text, start)
    return match.start() if match else len(text)
