# ruff: noqa: E501, SIM102 (word lists and patterns)
"""The decision who a named person is, each with the word that says why."""

from __future__ import annotations

import re
from dataclasses import dataclass

from postguard.draft.span import Span
from postguard.signals.people import mentions as m
from postguard.signals.people.address import is_addressed, is_greeted
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.exclusions import CALENDAR, eponym_end, is_dressing, is_organization, is_place
from postguard.signals.people.lists import entries, plain
from postguard.signals.people.mentions import Mention
from postguard.signals.people.tokens import Text, Token

_CREDENTIAL = re.compile(
    r"^,? ?\(?((?:[A-Z]{2,5}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?|PhD|PharmD|PsyD|Ph\.D\.|PA-C)(?:-[A-Z]{1,3})?)\b"
)
_AGE_AFTER = re.compile(
    r"^,? ?\(?(?:(?:is|age|aged|turned|turns) )?(\d{1,3})(?:\)|,| ?years?[ -]old|[.!]| in\b| today| and\b| from\b| yo\b|-year)|^, (?:a|an|our) \d"
)
_AGE_BEFORE = re.compile(
    r"\d{1,3}[ -]?(?:year|yr|month|week|day)s?[ -]?old,? (?:\w+,? ){0,2}$|\d{1,2} ?y/?o (?:\w+,? ){0,2}$"
)
_SAYS = re.compile(
    r"^,? (?:et al\b|says|said|speaks|will speak|hosts|will host|performs|signs|presents on|teaches|writes|wrote|explains|tells|told|tweeted|argues|reports|asks|discusses|talks|shares (?:tips|advice|her advice|his advice))\b|^['’]s (?:new )?(?:book|memoir|film|movie|song|show|column|study|team at|research|law|rule|plan|speech|campaign|bill)\b"
)
_SAID_BY = re.compile(
    r"(?:^|\W)(?:says|said|by|via|per|asks|with host|featuring|feat\.?|starring|hosted by|interview with|RT|credit:|from author)\s$",
    re.I,
)
_SIGNED = re.compile(
    r"(?:^|\n)\s*[-–—~]{1,2}\s*$|(?:sincerely|regards|warmly|best|yours|respectfully|love|cheers),?\s*$", re.I
)
_FROM = re.compile(
    r"(?:^|[.!?\n✨🎄💛❤️]\s*)(?:From|With love from|Love from|Signed)(?:,? [A-Z][\w-]+,?(?: and| &| y)?)* $"
)
_HERE = re.compile(r"^(?: \w+)? (?:here|speaking)\b *[,.!:–—-]")
"""The writer names themselves: "Tomas here.", "Anh from scheduling here!"."""

_CONTACT = re.compile(
    r"\b(?:ask for|look for|say hi to|wave at|chat with|coffee with|tea with|led by|class with|questions\? call) (?:[A-Z][\w-]+,? (?:and |or |& |y )?)*$",
    re.I,
)
_SERVES = re.compile(
    r"^(?:,? (?:and|or|y|&)? ?[A-Z][\w-]+){0,3},? (?:(?:in|at|from|de|en) (?:our |the |la |el )?(?:[A-Z][\w&-]+ ){0,2}(?:counseling|billing|services|relations|admissions|records|scheduling|hr|office|desk|"
    r"department|advocacy|education|marketing|development|registration|recepcion|recepción|finance|accounts)\b"
    r"|(?:will|can|would|are happy to|is happy to) (?:explain|help|walk|answer|call|show|talk|take|get|send|mail|meet)\b(?! (?:his|her|their))"
    r"|(?:atienden?|contestan?|hablan?|ayudan?|le ayudar\w+|answers? (?:the|our)|runs? (?:the|our)|staffs?|speaks? (?:fluent )?[A-Z]\w+|speak (?:fluent )?[A-Z]\w+|hosts?|leads?)\b)",
    re.I,
)
"""Words beside a name that make it the person to turn to, not the one cared for."""

_WORKS = re.compile(
    r"^,? (?:in|from|at|down in|over in|of) (?:the |our )?(?:kitchen|cafeteria|laundry|housekeeping|front (?:office|desk)|gift shop|billing|parking|"
    r"pharmacy|records|security|maintenance|mail ?room|switchboard|loading dock|grounds|accounting|registration|admissions|environmental services|"
    r"food services?|dietary|transport|facilities|call center|marketing|payroll|purchasing)\b"
    r"|^(?: here)?,? (?:and )?I (?:run|work|drive|manage|answer|cook|clean|teach|coordinate|lead)\b",
    re.I,
)
"""Words that say where somebody works."""

_DONATED = re.compile(
    r"^,? (?:and \w+ )?(?:foundation|fund|family foundation|scholarship|award|pavilion|wing|center|memorial|institute|5k|classic)\b",
    re.I,
)
_HAD = re.compile(
    r"^(?:['’]s)? (?:just |finally |recently |has |had |also )?(?:had (?:his|her|their|a)|got (?:his|her|their|a)|gets|rang|rings|came (?:in|to|back|by)|comes in|is (?:\d|one|two|three|four|five|six|our|healing|home|healing|recovering|cancer|sober|walking|seizure|doing|back|now|officially|going|leaving)|was (?:diagnosed|admitted|treated|discharged|born|in)|underwent|went home|graduated|beat|fought|arrived|weighed|lost (?:her|his)|received|needed|started|finished|completed|broke|tore|fell|can (?:finally|now|again|walk|hear|see|breathe)|did (?:so|great|amazing)|danced|walked|took|finished|weighs|presented|suffers|has been)\b|^(?:['’]s) (?:surgery|procedure|treatment|recovery|braces|chemo|diagnosis|journey|story|cancer|smile|heart|kidney|knee|hip|results|transplant|battle|fight|progress|birth|baby|first|last|new|mom|dad|family|parents|big|case|chart|appointment|visit|root|tooth|teeth)\b"
)
_MET = re.compile(
    r"(?:^|\W)(?:seeing|meeting|met|meet|treating|treated|treat|helping|helped|helps|congrats|congratulations|congrats to|congratulations to|"
    r"congratulate|introducing|welcome|welcomed|proud of|thank|thanks|thank you|named|called|name is|saw|discharged|admitted|watching|watch|"
    r"helped|miss|missed|fixed|operated on|delivered|rooting for|love to|shout ?out to|hats off to|luck to|birthday|until|when|because|gave|told|give)\s$",
    re.I,
)
_NEAR = re.compile(r"(?:^|\W)(?:for|to|on|with|of|like|about|from|and|after|by|before|as)\s$", re.I)
_ARTICLE = re.compile(r"(?:^|\W)(?:an?|the|every|another|any|some|no)\s$", re.I)


RELATIONS = frozenset(
    """mom mother mama mum dad father wife husband son daughter brother sister grandma grandpa grandmother grandfather grandson granddaughter
    aunt uncle niece nephew partner fiance fiancee spouse baby child twin parents abuela abuelo mami papi boyfriend girlfriend newborn""".split()
)


YOUNG = frozenset("son daughter baby child twins newborn grandson granddaughter".split())


@dataclass(frozen=True, slots=True)
class Role:
    """Who a mention is."""

    name: str
    """patient, relative, staff, public_figure, donor, author, addressed, named, organization, place, eponym, fictional"""

    evidence: str
    """The word that says why, of a short vocabulary; never a word of the draft."""

    has_care: bool = False
    """Whether care is stated near, when the role is open."""

    is_tied: bool = False
    """Whether a clinician is tied to one patient's case."""


def role(mention: Mention, text: Text, evidence: Evidence, staff: frozenset[str]) -> Role | None:
    """Who a mention is; None when it is no person's name after all."""
    return (
        _not_a_person(mention, text, evidence)
        or _other_role(mention, text, evidence, staff)
        or _patient(mention, text, evidence)
    )


def _not_a_person(mention: Mention, text: Text, evidence: Evidence) -> Role | None:
    first, last = mention.first, mention.last
    if mention.title in m.STAFF_TITLES:
        return None
    before = text.text[max(0, mention.span.start - 12) : mention.span.start]
    if first == last and not mention.title and mention.source != "label" and _ARTICLE.search(before):
        return Role("eponym", "article")  # "don't be a Karen", "the Hope project"
    if eponym_end(text, first, last):
        return Role("eponym", "head_noun")
    if is_organization(text, first, last):
        return Role("organization", "organization_word")
    head = text.tokens[first]
    if first == last and all(part in CALENDAR for part in head.folded.split("-")) and "-" in head.folded:
        return Role("place", "calendar")  # Mon-Fri
    if not mention.title:
        if is_place(text, first, last, mention.place_like or head.folded in CALENDAR):
            return Role("place", "place_word")
        if first == last and is_dressing(text, last):
            return Role("place", "thing")
    if _DONATED.match(text.text[mention.span.end : mention.span.end + 24]):
        return Role("donor", "honoree")
    return None


def _other_role(mention: Mention, text: Text, evidence: Evidence, staff: frozenset[str]) -> Role | None:
    before, after = (
        text.text[max(0, mention.span.start - 40) : mention.span.start],
        text.text[mention.span.end : mention.span.end + 60],
    )
    if mention.title in m.STAFF_TITLES:
        return Role("staff", "title", is_tied=_is_tied(mention, text, evidence))
    if mention.title in m.PUBLIC_TITLES:
        return Role("public_figure", "title")
    words = {token.folded for token in text.tokens[mention.first : mention.last + 1]}
    if words & staff and not (evidence.is_reply and is_addressed(text, mention.first, mention.last)):
        return Role("staff", "staff_list")
    credential = _CREDENTIAL.match(after)
    if credential and plain(credential[1]).replace(".", "").split("-")[0] in m.CREDENTIALS:
        return Role("staff", "credential")
    labelled = evidence.just_before("role.patient_label", mention.span)
    if evidence.said_in("role.fictional", evidence.around(mention.span)) and not labelled:
        return Role("fictional", "composite")
    free = not labelled and not is_addressed(text, mention.first, mention.last)
    if free and _is_staff(mention, evidence):
        return Role("staff", "staff_word")
    name = " ".join(token.folded for token in text.tokens[mention.first : mention.last + 1])
    if not evidence.is_reply and name in entries("public_persons.txt"):
        return Role("public_figure", "well_known")
    if evidence.just_before("role.public", mention.span):
        return Role("public_figure", "title")
    if _SAYS.match(after) or _SAID_BY.search(before):
        return Role("author", "speaks")
    if (_SIGNED.search(before) or _FROM.search(before)) and len(text.text) - mention.span.end < 60:
        return Role("staff", "signature")
    if not before.strip() and _HERE.match(after):
        return Role("staff", "signature")
    if not labelled and _WORKS.match(after):
        return Role("staff", "workplace")
    if free and evidence.is_reply and (_SERVES.match(after) or _CONTACT.search(before)):
        return Role("staff", "contact")
    if evidence.is_history and not labelled:
        return Role("public_figure", "history")
    if not labelled and evidence.said_in("role.honoree", evidence.sentence(mention.span)):
        return Role("donor", "honoree")
    return None


def _patient(mention: Mention, text: Text, evidence: Evidence) -> Role | None:
    related = _relative(mention, text, evidence)
    if related is not None:
        return related
    span = mention.span
    before, after = text.text[max(0, span.start - 40) : span.start], text.text[span.end : span.end + 60]
    sentence, near = evidence.sentence(span), evidence.around(span)
    addressed = is_addressed(text, mention.first, mention.last) or is_greeted(text, mention.first)
    strong = (
        bool(_HAD.match(after))
        or _owns_care(mention, text, evidence)
        or bool(_MET.search(before))
        or bool(mention.title)
    )
    frame = strong or (mention.certain >= 0.7 and bool(_NEAR.search(before)))
    sure = (
        mention.certain >= (0.6 if evidence.is_reply else 0.7)
        or addressed
        or (frame and mention.certain >= 0.4 and not _in_headline(mention, text))
    )
    headline = _in_headline(mention, text)
    if headline and evidence.is_short and not evidence.is_provider and not evidence.is_case:
        return Role("public_figure", "headline")
    if (evidence.just_before("role.patient_label", span) and mention.certain >= 0.4) or evidence.just_after(
        "role.patient_label", span, 34
    ):
        return Role("patient", "patient_label") if sure or evidence.is_case else None
    if mention.form in ("initials", "nickname"):  # found by their label or by "goes by"
        return Role("patient", "patient_label")
    if mention.form == "reversed":
        return Role("patient", "record_style")
    if not sure:
        return None
    if addressed and evidence.is_reply:
        if evidence.care:
            return Role("patient", "addressed_with_care")
        return Role("addressed", "address")
    if (_AGE_AFTER.match(after) or _AGE_BEFORE.search(before)) and not (headline and not evidence.is_provider):
        if evidence.care_in(near) and not _is_news(mention, evidence):
            return Role("patient", "age")
    if (
        evidence.is_case
        and evidence.care
        and (evidence.is_short or evidence.said_in("role.case", near))
        and not evidence.is_report
    ):
        if not _is_news(mention, evidence):
            return Role("patient", "case")
    if evidence.is_reply:
        return Role("patient", "care_verb") if evidence.care_in(near, span) else Role("named", "reply")
    if _is_news(mention, evidence):
        return Role("public_figure", "news", evidence.care_in(sentence, span))
    celebrated = evidence.said_in("role.celebration", near)
    if (
        evidence.care_in(sentence, span)
        and (evidence.is_provider or celebrated)
        and (frame or addressed or mention.certain >= 0.7)
    ):
        return Role("patient", "celebration" if celebrated else "care_verb")
    if celebrated and (evidence.is_provider or frame) and not headline and evidence.care_in(near, span):
        return Role("patient", "celebration")
    if evidence.is_provider and evidence.is_short and evidence.care_in(near, span) and frame:
        return Role("patient", "care_verb")
    told = frame and mention.certain > (0.6 if mention.place_like else 0.5) and not headline and not evidence.is_report
    return Role("named", "name", told and evidence.care_in(near, span))


def _is_staff(mention: Mention, evidence: Evidence) -> bool:
    """Whether words beside a name say that the person works there."""
    beside = evidence.just_before("role.staff_noun", mention.span) or evidence.just_after(
        "role.staff_noun", mention.span
    )
    return beside or evidence.said_in("role.staff", evidence.sentence(mention.span))


def _is_tied(mention: Mention, text: Text, evidence: Evidence) -> bool:
    """Whether a clinician is named as the one who saw the one patient of a clinical question or note."""
    if not (evidence.is_case and evidence.is_short and evidence.care) or evidence.is_report or evidence.is_reply:
        return False
    near = evidence.sentence(mention.span)
    return evidence.said_in("role.clinical", near) or evidence.said_in("role.seen_by", near)


def _relative(mention: Mention, text: Text, evidence: Evidence) -> Role | None:
    """A relative of a patient: "her husband Emeka", "with his mom Lucía"; or one whose relative is in care."""
    previous, span = text.at(mention.first - 1), mention.span
    if previous is None or previous.folded not in RELATIONS or text.tokens[mention.first].before not in (" ", ", "):
        return None
    if evidence.is_reply or mention.certain < 0.5 or _is_news(mention, evidence):
        return None
    owner = text.at(mention.first - 2)
    owned = owner is not None and (owner.folded in ("his", "her", "their", "our", "your", "my") or owner.possessive)
    if not owned:
        return None
    near = evidence.around(span)
    if (
        evidence.said_in("role.staff", near)
        or evidence.said_in("role.honoree", near)
        or _staff_owner(owner, text, evidence)
    ):
        return None
    if not evidence.care_in(near, span):
        return None
    return Role("patient" if previous.folded in YOUNG else "relative", "relative")


def _owns_care(mention: Mention, text: Text, evidence: Evidence) -> bool:
    """Whether a possessive leads to care: "Keisha's veneers", "Jenny Lopez's before and after"."""
    if not text.tokens[mention.last].possessive:
        return False
    end = mention.span.end
    return evidence.care_in(Span(end, min(len(text.text), end + 28)), mention.span)


def _staff_owner(owner: Token | None, text: Text, evidence: Evidence) -> bool:
    """Whether the one whose relative it is works for us or is a public person."""
    if owner is None:
        return False
    sentence = evidence.sentence(owner.span)
    start = Span(sentence.start, owner.span.end)
    titled = any(t.folded in m.STAFF_TITLES and t.span.overlaps(start) for t in text.tokens)
    return titled or evidence.said_in("role.staff_noun", start) or evidence.said_in("role.public", start)


def _in_headline(mention: Mention, text: Text) -> bool:
    return text.tokens[mention.first].sentence in text.headlines


def _is_news(mention: Mention, evidence: Evidence) -> bool:
    if evidence.is_reply:
        return False
    sentence = evidence.sentence(mention.span)
    if evidence.is_case and evidence.is_short and evidence.said_in("role.clinical", evidence.around(mention.span)):
        return False
    if evidence.is_report:
        return not evidence.said_in("role.patient_label", sentence) or not evidence.is_provider
    return evidence.said_in("role.news", sentence) and not evidence.said_in("role.provider", sentence)
