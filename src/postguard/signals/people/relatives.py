"""Relatives of patients: "her husband Emeka", "with his mom Lucía"; and those whose relative is in care."""

from __future__ import annotations

from postguard.draft.span import Span
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.mention import Mention
from postguard.signals.people.role import Role
from postguard.signals.people.tokens import Text, Token
from postguard.signals.people.vocabulary import words

_OWNERS = ("his", "her", "their", "our", "your", "my")


def relative(mention: Mention, text: Text, evidence: Evidence) -> Role | None:
    """The role of somebody whom a kinship word names: a small child is the patient, anybody else came along."""
    previous, span = text.at(mention.first - 1), mention.span
    if previous is None or previous.folded not in words("relations"):
        return None
    if text.tokens[mention.first].before not in (" ", ", ") or mention.certain < 0.5:
        return None
    if evidence.is_reply or evidence.is_news(span):
        return None
    owner = text.at(mention.first - 2)
    if owner is None or not (owner.folded in _OWNERS or owner.possessive):
        return None
    near = evidence.around(span)
    if evidence.said_in("role.staff", near) or evidence.said_in("role.honoree", near):
        return None
    if _is_staff_owner(owner, text, evidence) or not evidence.care_in(near, span):
        return None
    return Role("patient" if previous.folded in words("young-relations") else "relative", "relative")


def _is_staff_owner(owner: Token, text: Text, evidence: Evidence) -> bool:
    """Whether the one whose relative it is works for us or is a public person."""
    start = Span(evidence.sentence(owner.span).start, owner.span.end)
    titles = words("staff-titles")
    titled = any(token.folded in titles and token.span.overlaps(start) for token in text.tokens)
    return titled or evidence.said_in("role.staff_noun", start) or evidence.said_in("role.public", start)
