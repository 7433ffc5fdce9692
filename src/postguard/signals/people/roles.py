"""The decision who a named person is, each with the word that says why."""

from __future__ import annotations

from postguard.draft.span import Span
from postguard.signals.people.address import is_addressed, is_greeted
from postguard.signals.people.bystanders import bystander, not_a_person
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.mention import Mention
from postguard.signals.people.relatives import relative
from postguard.signals.people.role import Role
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import frame

_BEFORE, _AFTER = 40, 60
"""Code points looked at before and after a name."""

_OWNED = 28
"""Code points after a possessive in which the care that somebody owns may stand."""

_PRONOUN = 80
"""Code points after a name in which a pronoun may take it up."""

_BODILY = tuple(f"care.{kind}" for kind in ("procedure", "device", "admission", "discharge", "birth", "milestone"))
"""What neither a town nor a hope goes through."""

_LABEL_REACH = 34
"""Code points after a name in which an apposition may say that it is a patient's."""


def role(mention: Mention, text: Text, evidence: Evidence, staff: frozenset[str]) -> Role | None:
    """Who a mention is; None when it is no person's name after all."""
    return (
        not_a_person(mention, text)
        or bystander(mention, text, evidence, staff)
        or relative(mention, text, evidence)
        or _Case(mention, text, evidence).role()
    )


class _Case:
    """One name with all that is known of it, once it is somebody who may be cared for."""

    def __init__(self, mention: Mention, text: Text, evidence: Evidence) -> None:
        span = mention.span
        self._mention, self._text, self._evidence = mention, text, evidence
        self._before = text.text[max(0, span.start - _BEFORE) : span.start]
        self._after = text.text[span.end : span.end + _AFTER]
        self._sentence, self._near = evidence.sentence(span), evidence.around(span)
        self._headline = text.tokens[mention.first].sentence in text.headlines
        self._addressed = is_addressed(text, mention.first, mention.last) or is_greeted(text, mention.first)
        strong = self._is_strong()
        self._frame = strong or (mention.certain >= 0.7 and bool(frame("near-before").search(self._before)))

    def role(self) -> Role | None:
        """The role; None when the words are not sure enough to be a name."""
        mention, evidence = self._mention, self._evidence
        if self._headline and evidence.is_short and not evidence.is_provider and not evidence.is_case:
            return Role("public_figure", "headline")
        sure = self._is_sure()
        if self._is_labelled():
            return Role("patient", "patient_label") if sure or evidence.is_case else None
        if mention.form in ("initials", "nickname"):  # found by their label or by "goes by"
            return Role("patient", "patient_label")
        if mention.form == "reversed":
            return Role("patient", "record_style")
        if not sure:
            return None
        return self._in_address() or self._in_a_case() or self._in_a_reply() or self._told()

    def _is_strong(self) -> bool:
        """Whether what stands directly beside the name is said of a person: "met X", "X had her", "X's veneers"."""
        return (
            bool(frame("care-after").match(self._after))
            or self._owns_care()
            or bool(frame("met-before").search(self._before))
            or bool(self._mention.title)
        )

    def _owns_care(self) -> bool:
        """Whether a possessive leads to care: "Keisha's veneers", "Jenny Lopez's before and after"."""
        if not self._text.tokens[self._mention.last].possessive:
            return False
        end = self._mention.span.end
        owned = Span(end, min(len(self._text.text), end + _OWNED))
        return self._evidence.care_in(owned, self._mention.span)

    def _is_sure(self) -> bool:
        certain = self._mention.certain
        if certain >= (0.6 if self._evidence.is_reply else 0.7) or self._addressed:
            return True
        return self._frame and certain >= 0.4 and not self._headline

    def _is_labelled(self) -> bool:
        label, span = "role.patient_label", self._mention.span
        before = self._mention.certain >= 0.4 and self._evidence.just_before(label, span)
        return before or self._evidence.just_after(label, span, _LABEL_REACH)

    def _in_address(self) -> Role | None:
        if not (self._addressed and self._evidence.is_reply):
            return None
        return Role("patient", "addressed_with_care") if self._evidence.care else Role("addressed", "address")

    def _in_a_case(self) -> Role | None:
        """The one whom an age, or a case that the whole view is about, belongs to."""
        evidence = self._evidence
        aged = frame("age-after").match(self._after) or frame("age-before").search(self._before)
        read = evidence.is_provider or not self._headline
        if aged and read and evidence.care_in(self._near) and not self._is_news():
            return Role("patient", "age")
        if not evidence.is_case or not evidence.care or evidence.is_report or self._is_news():
            return None
        one = evidence.is_short or evidence.said_in("role.case", self._near)
        return Role("patient", "case") if one else None

    def _in_a_reply(self) -> Role | None:
        if not self._evidence.is_reply:
            return None
        cared = self._evidence.care_in(self._near, self._mention.span)
        return Role("patient", "care_verb") if cared else Role("named", "reply")

    def _told(self) -> Role:
        """Who somebody is of whom a post tells."""
        mention, evidence = self._mention, self._evidence
        in_sentence = evidence.care_in(self._sentence, mention.span)
        in_near = evidence.care_in(self._near, mention.span)
        if self._is_news():
            return Role("public_figure", "news", in_sentence)
        celebrated = evidence.said_in("role.celebration", self._near)
        named = self._frame or self._addressed or mention.certain >= 0.7
        if in_sentence and named and (evidence.is_provider or celebrated):
            return Role("patient", "celebration" if celebrated else "care_verb")
        if celebrated and in_near and (evidence.is_provider or self._frame) and not self._headline:
            return Role("patient", "celebration")
        if evidence.is_provider and evidence.is_short and in_near and self._frame:
            return Role("patient", "care_verb")
        person = self._frame and mention.certain > (0.6 if mention.place_like else 0.5)
        person = person or (in_sentence and self._acts_as_a_person())
        return Role("named", "name", person and not self._headline and not evidence.is_report and in_near)

    def _acts_as_a_person(self) -> bool:
        """Whether a name that is also a word or a town can only be a person here: "Destiny went home"."""
        after = frame("care-after").match(self._after)
        if after is None or self._mention.certain < 0.5:
            return False
        if frame("pronoun").search(self._text.text, self._mention.span.end, self._mention.span.end + _PRONOUN):
            return True
        bodily = any(self._evidence.said_in(concept, self._sentence) for concept in _BODILY)
        return bodily or not (self._mention.place_like or frame("state-after").match(self._after))

    def _is_news(self) -> bool:
        return self._evidence.is_news(self._mention.span)
