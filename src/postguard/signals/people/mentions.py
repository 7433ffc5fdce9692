# ruff: noqa: E501, SIM102 (word lists and patterns)
"""Stretches that may name a person: name runs, titles, initials with a surname, "Lastname, First"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from postguard.draft.span import Span
from postguard.signals.people.address import NOT_PERSONS
from postguard.signals.people.exclusions import CALENDAR
from postguard.signals.people.lists import NAME, PLACE, WORD, entries, given_class, is_word, surname_class
from postguard.signals.people.tokens import Text, Token

STAFF_TITLES = frozenset("dr doctor dra doctora nurse prof professor np pa rn drs dentist hygienist therapist".split())
PUBLIC_TITLES = frozenset(
    """president pres senator sen congressman congresswoman governor gov mayor rep representative secretary minister pope king queen prince
    princess duke duchess justice judge chancellor ambassador commissioner sir dame lord lady chief councilman councilwoman councilmember treasurer
    ceo director chairman chairwoman attorney general actor actress singer comedian rapper reporter author""".split()
)
CIVIL_TITLES = frozenset("mr mrs ms miss mx senor senora sr sra srta mister dona don".split())
FAMILIAR_TITLES = frozenset(
    """baby little coach sgt sergeant officer grandma grandpa granny nana papa uncle aunt auntie pastor father sister brother deacon reverend rev
    capt captain lt lieutenant col colonel major pvt cpl miss mama daddy big sweet tiny young cousin abuela abuelo abuelita abuelito tia tio ol' deputy firefighter trooper
    veteran vet mommy bishop rabbi chaplain""".split()
)
PARTICLES = frozenset(
    "van von der den de del della di da dos das la le el al bin ibn bint abu ben ter ten ni nic mac mc st san y e und zu af".split()
)
SUFFIXES = frozenset("jr sr ii iii iv esq".split())
CREDENTIALS = frozenset(
    """md do rn lpn lvn np pa pac dds dmd phd psyd lcsw lmft lpc cna crna aprn fnp bsn msn pharmd dpm dc od dpt pt ot otr slp rdh rd ma cma facs faap
    facp facc mph mba ms mba lmt ccc aud mha rdn cnm ibclc""".split()
)
_VERBS = frozenset(
    """meet thank welcome see say give let join ask tell help bring hug celebrate send watch love read hear visit can call check cheer come
    dear get go hail happy has hello hey hi honor how in is just keep learn like little look make my new no now on our poor pray proud
    save share she so stay story support sweet take team today we what when why wish with you your""".split()
)
_NOT_AFTER = NOT_PERSONS | CALENDAR


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that may name a person."""

    span: Span
    first: int
    """Index of the first word of the name (a title is not counted)."""

    last: int
    form: str
    """name, full_name, initials_name, title_name, reversed, nickname, handle, hashtag, initials"""

    head: str
    """The folded first word, for finding the same person again."""

    certain: float
    """How sure the words are a name at all, without what is said around them; 0.5: needs a cue."""

    title: str = ""
    place_like: bool = False
    source: str = "list"


def mentions(text: Text) -> Iterator[Mention]:
    """Every stretch that may name a person, from left to right, none overlapping."""
    index = 0
    while index < len(text.tokens):
        mention = _reversed(text, index) or _titled(text, index) or _run(text, index) or _initialled(text, index)
        if mention is None:
            index += 1
            continue
        yield mention
        index = mention.last + 1


def _run(text: Text, index: int, *, any_name: bool = False) -> Mention | None:
    """A given name and what belongs to it."""
    token = text.tokens[index]
    kind = given_class(token.text)
    lower = not token.is_capital
    if kind is None and not any_name and not _unlisted_pair(text, index):
        return None
    if len(token.text) < 2 or (token.folded in NOT_PERSONS and not any_name):
        return None
    if lower and (not text.is_lower and not any_name) and kind != NAME:
        return None
    if token.opens and token.folded in _VERBS:
        return None  # "Meet Priya", "Thank Ann": the verb is a rare name as well
    if lower and (kind != NAME or len(token.text) < 4) and not any_name:
        return None
    last = _extend(text, index)
    head = text.tokens[index]
    several = last > index
    if not several and token.is_upper and not text.is_upper and len(token.text) <= 4 and not any_name:
        return None  # ADA, ACE: an abbreviation
    certain = {NAME: 0.9, WORD: 0.5, PLACE: 0.6, None: 0.5}[kind]
    if several:
        ending = text.tokens[last]
        family = surname_class(ending.text)
        initial = len(ending.text) == 1
        certain = (
            0.95
            if (kind == NAME and (family is not None or initial))
            else 0.75
            if family == NAME or initial
            else certain
        )
        if kind is None and family is None:
            certain = 0.5
    elif token.is_upper and not text.is_upper:
        certain = min(certain, 0.4)
    elif lower:
        certain = min(certain, 0.6)
    end = _end(text, last)
    return Mention(
        Span(head.span.start, end),
        index,
        last,
        "full_name" if several else "name",
        head.folded,
        certain,
        "",
        kind == PLACE,
    )


def _unlisted_pair(text: Text, index: int) -> bool:
    """Two capitalised words outside a headline, neither in the dictionary, the second a listed surname."""
    token, following = text.tokens[index], text.at(index + 1)
    return bool(
        following and token.is_capital and not token.is_upper and following.is_capital and following.before == " " and not token.possessive
        and len(token.text) > 2 and not is_word(token.text) and surname_class(following.text) == NAME and not is_word(following.text)
        and following.folded not in entries("organization_words.txt") and following.sentence == token.sentence
    )  # fmt: skip


def _extend(text: Text, index: int) -> int:
    """The last word of a name that starts at a word."""
    last = index
    lower = not text.tokens[index].is_capital
    headline = text.tokens[index].sentence in text.headlines
    nouns = entries("organization_words.txt")
    while not text.tokens[last].possessive and last - index < 5:
        step = text.at(last + 1)
        if step is None or (step.sentence != text.tokens[index].sentence and len(text.tokens[last].text) > 1):
            break
        joint = step.before
        if (
            joint not in (" ", "\u00a0")
            and not (len(text.tokens[last].text) == 1 and joint == ". ")
            and not (len(text.tokens[last].text) == 1 and joint == ".")
        ):
            break
        if (
            step.folded in PARTICLES
            and len(step.text) > 1
            and (after := text.at(last + 2))
            and after.is_capital
            and after.before in (" ", "")
        ):
            if step.is_capital or step.folded not in ("e", "y", "la", "el", "al") or not headline:
                last += 2
                continue
        if _continues(text, last, step, lower, headline, nouns):
            last += 1
            continue
        break
    return last


def _continues(text: Text, last: int, step: Token, lower: bool, headline: bool, nouns: frozenset[str]) -> bool:
    if step.folded in SUFFIXES and not lower:
        return True
    if len(step.text) == 1:
        return (step.is_capital and step.folded not in ("i", "a")) or (
            step.is_capital and text.after(last + 1)[:1] in ".,"
        )
    if step.folded in _NOT_AFTER or (step.folded in CREDENTIALS and step.is_upper):
        return False
    if lower and not step.is_capital:
        return surname_class(step.text) == NAME and not is_word(step.text) and len(step.text) > 2
    if not step.is_capital or (step.is_upper and not text.is_upper and surname_class(step.text) is None):
        return False
    if step.folded in nouns and (
        surname_class(step.text) is None
        or _followed_by_org(text, last + 1, nouns)
        or step.folded
        in (
            "clinic",
            "hospital",
            "medical",
            "health",
            "dental",
            "center",
            "foundation",
            "university",
            "street",
            "county",
            "school",
            "day",
            "week",
        )
    ):
        return False
    family = surname_class(step.text)
    if headline:
        return family == NAME and not is_word(step.text)
    return family is not None or given_class(step.text) is not None or not is_word(step.text)


def _followed_by_org(text: Text, index: int, nouns: frozenset[str]) -> bool:
    following = text.at(index + 1)
    return bool(following and following.is_capital and following.folded in nouns)


def _end(text: Text, last: int) -> int:
    token = text.tokens[last]
    end = token.span.end
    if len(token.text) == 1 and text.text[end : end + 1] == ".":
        end += 1
    return end


def _titled(text: Text, index: int) -> Mention | None:
    """A title with a name: Mr. Alvarez, Dr. Kim, little Josie, Sgt. Brown."""
    token = text.tokens[index]
    title = token.folded
    known = title in STAFF_TITLES or title in PUBLIC_TITLES or title in CIVIL_TITLES or title in FAMILIAR_TITLES
    if not known or token.possessive:
        return None
    first = text.at(index + 1)
    if title in ("don", "sr") and not token.is_capital:
        return None
    if first is None or first.before.strip(" ") not in ("", "."):
        return None
    if len(first.text) == 1 and first.is_capital:  # Dr. A. Smith, Mrs. L. Hernandez, Dr. J.
        second = text.at(index + 2)
        last = (
            index + 2
            if second
            and second.is_capital
            and second.before in (". ", ".", " ")
            and surname_class(second.text) is not None
            else index + 1
        )
        if title in FAMILIAR_TITLES | PUBLIC_TITLES:
            return None
        return Mention(
            Span(token.span.start, _end(text, last)),
            index + 1,
            last,
            "title_name",
            text.tokens[last].folded,
            0.95,
            title,
        )
    listed = given_class(first.text), surname_class(first.text)
    if not first.is_capital:
        lower_ok = listed[0] == NAME or listed[1] == NAME
        unlisted = (
            title in CIVIL_TITLES
            and title not in ("miss", "mister")
            and not is_word(first.text)
            and len(first.text) > 3
        )
        if not ((lower_ok and not is_word(first.text) and len(first.text) > 2) or unlisted):
            return None
        if title in FAMILIAR_TITLES | PUBLIC_TITLES and title not in (
            "coach",
            "baby",
            "nana",
            "grandma",
            "grandpa",
            "uncle",
            "aunt",
            "sgt",
        ):
            return None
    elif title in FAMILIAR_TITLES or title in PUBLIC_TITLES:
        if listed == (None, None) or first.folded in NOT_PERSONS or (token.opens and title == "may"):
            return None
        if (
            is_word(first.text)
            and listed[0] != NAME
            and (
                first.sentence in text.headlines
                or (not token.is_capital and title in ("big", "sweet", "tiny", "young", "general", "chief", "director"))
            )
        ):
            return None
        if (
            title in ("general", "chief", "director", "attorney", "major", "sweet", "big", "young", "tiny")
            and listed[0] is None
        ):
            return None
    elif listed == (None, None) and is_word(first.text):
        return None
    if first.folded in entries("organization_words.txt") and listed[1] is None:
        return None
    last = _extend(text, index + 1)
    certain = 0.95 if title in STAFF_TITLES | CIVIL_TITLES else 0.85
    return Mention(
        Span(token.span.start, _end(text, last)),
        index + 1,
        last,
        "title_name",
        text.tokens[last].folded if title in CIVIL_TITLES else first.folded,
        certain,
        title,
    )


def _initialled(text: Text, index: int) -> Mention | None:
    """An initial, or two, with a surname: J. Alvarez, T.J. Smith."""
    token = text.tokens[index]
    if len(token.text) != 1 or not token.is_capital or token.folded in ("i",) or text.after(index)[:1] != ".":
        return None
    last = index
    while (
        (step := text.at(last + 1))
        and step.before in (". ", ".")
        and len(text.tokens[last].text) == 1
        and step.is_capital
    ):
        last += 1
        if len(step.text) > 1:
            break
    name = text.tokens[last]
    if (
        len(name.text) < 2
        or surname_class(name.text) is None
        or name.folded in _NOT_AFTER
        or (is_word(name.text) and surname_class(name.text) != NAME)
    ):
        return None
    return Mention(Span(token.span.start, name.span.end), index, last, "initials_name", name.folded, 0.8)


def _reversed(text: Text, index: int) -> Mention | None:
    """SMITH, JOHN as records write it."""
    token, first = text.tokens[index], text.at(index + 1)
    if (
        first is None
        or first.before not in (", ", ",")
        or not token.is_capital
        or not first.is_capital
        or len(first.text) < 2
    ):
        return None
    if surname_class(token.text) is None or given_class(first.text) is None or first.folded in NOT_PERSONS:
        return None
    previous = text.at(index - 1)
    labelled = (
        previous is not None
        and previous.folded in ("patient", "pt", "name", "resident", "client")
        and token.before.strip() in (":", "", "-", "#")
    )
    both_upper = (
        token.is_upper
        and first.is_upper
        and not text.is_upper
        and surname_class(token.text) == NAME
        and given_class(first.text) == NAME
    )
    if not labelled and not both_upper:
        return None
    last = index + 1
    following = text.at(index + 2)
    if following and len(following.text) == 1 and following.before == " " and following.is_capital:
        last += 1
    return Mention(Span(token.span.start, _end(text, last)), index, last, "reversed", first.folded, 0.95)


def free_run(text: Text, index: int) -> Mention | None:
    """A name run that may start with any word, for places where only a name can stand."""
    mention = _run(text, index, any_name=True)
    return replace(mention, source="position") if mention else None
