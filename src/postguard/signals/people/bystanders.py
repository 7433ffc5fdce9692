"""Mentions that are no patients: what only looks like a name, and staff, public figures, authors and donors."""

from __future__ import annotations

from postguard.signals.people.address import is_addressed
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.exclusions import eponym_end, is_dressing, is_organization, is_place, is_site, is_town
from postguard.signals.people.lists import entries, plain
from postguard.signals.people.mention import Mention
from postguard.signals.people.role import Role
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import frame, words

_BEFORE, _AFTER = 40, 60
"""Code points looked at before and after a name."""

_OFFICE = 60
"""Code points that an office before a name may take."""


def not_a_person(mention: Mention, text: Text) -> Role | None:
    """What the words are when they are nobody's name: an eponym, an organisation, a place, a thing, a gift's name."""
    first, last = mention.first, mention.last
    if mention.title in words("staff-titles"):
        return None
    before = text.text[max(0, mention.span.start - 12) : mention.span.start]
    single = first == last
    if single and not mention.title and mention.source != "label" and frame("article-before").search(before):
        return Role("eponym", "article")  # "don't be a Karen", "the Hope project"
    if eponym_end(text, first, last):
        return Role("eponym", "head_noun")
    if is_organization(text, first, last):
        return Role("organization", "organization_word")
    head = text.tokens[first]
    calendar = words("calendar")
    if single and "-" in head.folded and all(part in calendar for part in head.folded.split("-")):
        return Role("place", "calendar")  # Mon-Fri
    if not mention.title:
        if is_site(text, first, last):
            return Role("place", "site")
        if is_place(text, first, last, mention.place_like or head.folded in calendar):
            return Role("place", "town" if is_town(text, first, last) else "place_word")
        if single and is_dressing(text, last):
            return Role("place", "thing")
    if frame("donated-after").match(text.text[mention.span.end : mention.span.end + 24]):
        return Role("donor", "honoree")
    return None


def bystander(mention: Mention, text: Text, evidence: Evidence, staff: frozenset[str]) -> Role | None:
    """Who somebody is who is not cared for.

    Args:
        mention: the name.
        text: the words around it.
        evidence: the cues around it.
        staff: folded names of the organisation's own people.
    """
    after = text.text[mention.span.end : mention.span.end + _AFTER]
    if mention.title in words("staff-titles"):
        return Role("staff", "title", is_tied=_is_tied(mention, evidence))
    if mention.title in words("public-titles"):
        return Role("public_figure", "title")
    named = [token.folded for token in text.tokens[mention.first : mention.last + 1]]
    addressed = is_addressed(text, mention.first, mention.last)
    if staff.intersection(named) and not (evidence.is_reply and addressed):
        return Role("staff", "staff_list")
    credential = frame("credential-after").match(after)
    if credential and plain(credential[1]).replace(".", "").split("-")[0] in words("credentials"):
        return Role("staff", "credential")
    labelled = evidence.just_before("role.patient_label", mention.span)
    if evidence.said_in("role.fictional", evidence.around(mention.span)) and not labelled:
        return Role("fictional", "composite")
    free = not labelled and not addressed
    before = text.text[max(0, mention.span.start - _OFFICE) : mention.span.start]
    if frame("our-office-before").search(before) or (free and _is_staff(mention, evidence)):
        return Role("staff", "staff_word")
    if not evidence.is_reply and " ".join(named) in entries("public_persons.txt"):
        return Role("public_figure", "well_known")
    if evidence.just_before("role.public", mention.span):
        return Role("public_figure", "title")
    told = _told_beside(mention, text, evidence, labelled=labelled, free=free)
    if told is not None or labelled:
        return told
    if evidence.is_history:
        return Role("public_figure", "history")
    if evidence.said_in("role.honoree", evidence.sentence(mention.span)):
        return Role("donor", "honoree")
    return None


def _told_beside(mention: Mention, text: Text, evidence: Evidence, *, labelled: bool, free: bool) -> Role | None:
    """Who the words directly before and after a name say it is."""
    before = text.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
    after = text.text[mention.span.end : mention.span.end + _AFTER]
    if frame("says-after").match(after) or frame("said-by-before").search(before):
        return Role("author", "speaks")
    signed = frame("signed-before").search(before) or frame("from-before").search(before)
    if signed and len(text.text) - mention.span.end < _AFTER:
        return Role("staff", "signature")
    if not before.strip() and frame("here-after").match(after):
        return Role("staff", "signature")
    if not labelled and frame("works-after").match(after):
        return Role("staff", "workplace")
    asked_for = not labelled and frame("contact-before").search(before)
    serves = asked_for or (free and frame("serves-after").match(after))
    return Role("staff", "contact") if evidence.is_reply and serves else None


def _is_staff(mention: Mention, evidence: Evidence) -> bool:
    """Whether words beside a name say that the person works there."""
    span, noun = mention.span, "role.staff_noun"
    beside = evidence.just_before(noun, span) or evidence.just_after(noun, span)
    return beside or evidence.said_in("role.staff", evidence.sentence(span))


def _is_tied(mention: Mention, evidence: Evidence) -> bool:
    """Whether a clinician is named as the one who saw the one patient of a clinical question or note."""
    if not (evidence.is_case and evidence.is_short and evidence.care) or evidence.is_report or evidence.is_reply:
        return False
    near = evidence.sentence(mention.span)
    return evidence.said_in("role.clinical", near) or evidence.said_in("role.seen_by", near)
