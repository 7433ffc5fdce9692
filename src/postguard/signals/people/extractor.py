"""The `people` extractor: finds who is named in a view and gives `person.*` signals that say who each one is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from postguard.draft.span import Span
from postguard.signals.interface import Signal, Value
from postguard.signals.people.address import is_addressed, is_greeted
from postguard.signals.people.evidence import Evidence
from postguard.signals.people.labelled import labelled
from postguard.signals.people.lists import given_class, is_word, plain
from postguard.signals.people.mention import Mention
from postguard.signals.people.mentions import mentions
from postguard.signals.people.role import BECAUSE, Role
from postguard.signals.people.roles import role
from postguard.signals.people.runs import free_run
from postguard.signals.people.slugs import hidden_in_path, hidden_in_prose
from postguard.signals.people.tags import Tag, tags
from postguard.signals.people.tokens import Text, Token, tokenize
from postguard.signals.people.vocabulary import words
from postguard.signals.people.votes import voted
from postguard.signals.reading import Reading
from postguard.signals.sentences import SentenceIndex

ROLES = (
    "patient", "relative", "staff", "public_figure", "donor", "author", "addressed", "named", "organization", "place",
    "eponym", "fictional", "shown", "hidden",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A mention with its role."""

    mention: Mention
    role: Role


class People:
    """Who is named, and who each one is."""

    name = "people"
    produces = tuple(f"person.{name}" for name in ROLES)

    def extract(self, reading: Reading) -> Iterator[Signal]:
        """One signal for each mention of a person (or of what only looks like one)."""
        view = reading.view
        if view.scope.rpartition(".")[2] in words("bylines"):
            return
        if view.scope in ("url", "image"):
            yield from hidden_in_path(view.text)
            return
        text = tokenize(view.text, reading.sentences)
        evidence = Evidence(reading, text)
        staff = frozenset(plain(word) for name in reading.surroundings.staff for word in name.split() if len(word) > 2)
        found: list[Person] = []
        for mention in _candidates(text, evidence, reading):
            decided = role(mention, text, evidence, staff)
            if decided is not None:
                found.append(Person(mention, decided))
        shown = frozenset(token.folded for token in _words_of(reading.context.in_reply_to or ""))
        for person in _same_again(_listed_together(found, view.text)):
            yield _signal(person)
            names = text.tokens[person.mention.first : person.mention.last + 1]
            if all(token.folded in shown or len(token.text) == 1 for token in names):
                yield Signal("person.shown", person.mention.span, source=self.name)
            if view.scope in ("alt", "attribute") and _is_full_name(person):
                yield Signal("person.hidden", person.mention.span, {"note": "a person's name"}, self.name)
        yield from _tagged(view.text, text, evidence)
        if view.scope in ("prose", "title"):
            yield from hidden_in_prose(view.text)


def _is_full_name(person: Person) -> bool:
    """Whether it is surely the full name of somebody who may be a patient."""
    sure = person.mention.form == "full_name" and person.mention.certain >= 0.9
    return sure and person.role.name in ("patient", "named", "relative")


def _words_of(answered: str) -> tuple[Token, ...]:
    return tokenize(answered, SentenceIndex(answered)).tokens


def _candidates(text: Text, evidence: Evidence, reading: Reading) -> list[Mention]:
    """Every candidate, by lists first, then by position in replies."""
    found = list(mentions(text))
    found = [*found, *labelled(text, reading, [mention.span for mention in found])]
    if evidence.is_reply:
        found = _with_addresses(text, found)
    model = reading.surroundings.model
    found = [*found, *voted(text, evidence, [mention.span for mention in found], model)]
    return sorted(found, key=lambda mention: mention.span)


def _with_addresses(text: Text, found: list[Mention]) -> list[Mention]:
    """Names that only their place shows: an unlisted capitalised word where a reader is spoken to."""
    taken = [mention.span for mention in found]
    more: list[Mention] = []
    nobody = words("not-persons") | (words("calendar") - words("calendar-names"))
    for index, token in enumerate(text.tokens):
        if len(token.text) < 2 or token.folded in nobody:
            continue
        listed = given_class(token.text) is not None
        if any(span.overlaps(token.span) for span in taken) or (is_word(token.text) and not listed):
            continue
        if not token.is_capital and not (listed and is_greeted(text, index)):
            continue
        run = free_run(text, index)
        if run is not None and (is_addressed(text, run.first, run.last) or is_greeted(text, index)):
            more.append(replace(run, certain=0.7))
            taken.append(run.span)
    return [*found, *more]


_SURE = ("patient_label", "age", "case", "record_style", "title", "relative")
"""Evidence that a name is a person's even where a town of that name is spoken of."""

_LISTED = re.compile(r"^(?:,|,? and|,? &|,? y)\s$")
_SPREADS = ("staff", "donor", "author", "fictional", "patient", "organization")


def _listed_together(found: Sequence[Person], source: str) -> list[Person]:
    """Names in one list have the role of the first: "our nurses Jess, Priya and Tom"."""
    listed: list[Person] = []
    for person in found:
        before = listed[-1] if listed else None
        joined = before and _LISTED.match(source[before.mention.span.end : person.mention.span.start])
        if before and joined and before.role.name in _SPREADS and person.role.name in ("named", "addressed", "patient"):
            listed.append(replace(person, role=replace(before.role, evidence="listed_with")))
        else:
            listed.append(person)
    return listed


def _same_again(found: Iterable[Person]) -> Iterator[Person]:
    """The same name again is the same person: a patient once is a patient in every place, so is staff.

    A town's name again is the town, unless a label or an age says that it is a person's.
    """
    people = list(found)
    where = {person.mention.head: person.role for person in people if person.role.evidence in ("town", "site")}
    people = [
        replace(person, role=where[person.mention.head])
        if person.mention.head in where and person.mention.form == "name" and person.role.evidence not in _SURE
        else person
        for person in people
    ]
    strongest: dict[str, Role] = {}
    for wanted in ("patient", "staff", "donor", "public_figure", "author", "fictional"):
        for person in people:
            if person.role.name == wanted:
                strongest.setdefault(person.mention.head, person.role)
    for person in people:
        known = strongest.get(person.mention.head)
        if known and person.role.name in ("named", "addressed") and known.name != person.role.name:
            yield Person(person.mention, replace(known, evidence="same_person"))
        else:
            yield person


def _signal(person: Person) -> Signal:
    mention, decided = person.mention, person.role
    values: dict[str, Value] = {
        "form": mention.form, "evidence": decided.evidence, "care": decided.has_care, "certain": mention.certain,
        "tied": decided.is_tied, "note": _NOTES.get(decided.name, ""), "because": BECAUSE.get(decided.evidence, ""),
    }  # fmt: skip
    return Signal(f"person.{decided.name}", mention.span, values, "people", mention.certain)


_NOTES = {"patient": "a patient's name", "staff": "staff", "relative": "a relative's name", "named": "a person's name"}


def _tagged(source: str, text: Text, evidence: Evidence) -> Iterator[Signal]:
    """Handles and hashtags that name somebody."""
    for tag in tags(source):
        decided = _tag_role(tag, source, text, evidence)
        if decided is None:
            continue
        values: dict[str, Value] = {
            "form": "hashtag" if tag.sign == "#" else "handle",
            "evidence": "team_hashtag" if tag.cued else decided.evidence,
            "care": decided.has_care,
            "note": "a handle or hashtag that names somebody",
        }
        yield Signal(f"person.{decided.name}", tag.span, values, "people", 0.8)


def _tag_role(tag: Tag, source: str, text: Text, evidence: Evidence) -> Role | None:
    near = evidence.around(tag.span, 2, 2)
    if tag.sign == "@":
        return _handle_role(tag, source, evidence, near)
    if not tag.names:
        return None
    if tag.cued and (evidence.care_in(near, tag.span) or evidence.is_provider):
        return Role("patient", "team_hashtag")
    if evidence.is_reply and evidence.care_in(near, tag.span):
        return Role("patient", "addressed_with_care")
    if not evidence.is_report and evidence.is_provider and evidence.care_in(near, tag.span):
        return Role("patient", "care_verb")
    return Role("named", "hashtag")


def _handle_role(tag: Tag, source: str, evidence: Evidence, near: Span) -> Role | None:
    opens = not source[: tag.span.start].strip()
    if evidence.is_reply:
        return (
            Role("patient", "addressed_with_care") if evidence.care_in(near, tag.span) else Role("addressed", "address")
        )
    speaks = evidence.said_in("role.attended", near) and not evidence.is_report and evidence.care_in(near, tag.span)
    if speaks and (opens or (tag.names and evidence.is_provider)):
        return Role("patient", "addressed_with_care")
    if (
        tag.names
        and evidence.is_provider
        and not evidence.is_report
        and evidence.care_in(evidence.sentence(tag.span), tag.span)
    ):
        return Role("patient", "care_verb")
    return Role("named", "handle") if tag.names else None
