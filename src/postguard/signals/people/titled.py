"""Titles with a name: Mr. Alvarez, Dr. Kim, Dr. A. Smith, little Josie, Sgt. Brown."""

from __future__ import annotations

from postguard.draft.span import Span
from postguard.signals.people.lists import NAME, entries, given_class, is_word, surname_class
from postguard.signals.people.mention import Mention, end_of
from postguard.signals.people.runs import extend
from postguard.signals.people.tokens import Text, Token
from postguard.signals.people.vocabulary import words


def titled(text: Text, index: int) -> Mention | None:
    """The name that the title at a word introduces."""
    token = text.tokens[index]
    title = token.folded
    if title not in words("staff-titles", "public-titles", "civil-titles", "familiar-titles") or token.possessive:
        return None
    first = text.at(index + 1)
    if title in ("don", "sr") and not token.is_capital:
        return None
    if first is None or first.before.strip(" ") not in ("", "."):
        return None
    if len(first.text) == 1 and first.is_capital:
        return _with_initial(text, index)
    if not (_may_follow(text, token, first) if first.is_capital else _may_follow_in_lower_case(title, first)):
        return None
    if first.folded in entries("organization_words.txt") and surname_class(first.text) is None:
        return None
    last = extend(text, index + 1)
    certain = 0.95 if title in words("staff-titles", "civil-titles") else 0.85
    head = text.tokens[last].folded if title in words("civil-titles") else first.folded
    return Mention(Span(token.span.start, end_of(text, last)), index + 1, last, "title_name", head, certain, title)


def _with_initial(text: Text, index: int) -> Mention | None:
    """A title with an initial: Dr. A. Smith, Mrs. L. Hernandez, Dr. J."""
    token = text.tokens[index]
    if token.folded in words("familiar-titles", "public-titles"):
        return None
    second = text.at(index + 2)
    named = (
        second is not None
        and second.is_capital
        and second.before in (". ", ".", " ")
        and surname_class(second.text) is not None
    )
    last = index + 2 if named else index + 1
    span = Span(token.span.start, end_of(text, last))
    return Mention(span, index + 1, last, "title_name", text.tokens[last].folded, 0.95, token.folded)


def _may_follow_in_lower_case(title: str, first: Token) -> bool:
    """Whether a lower-case word may be a name after a title."""
    listed = NAME in (given_class(first.text), surname_class(first.text))
    known = listed and not is_word(first.text) and len(first.text) > 2
    civil = title in words("civil-titles") and title not in ("miss", "mister")
    if not known and not (civil and not is_word(first.text) and len(first.text) > 3):
        return False
    return title not in words("familiar-titles", "public-titles") or title in words("lower-case-titles")


def _may_follow(text: Text, token: Token, first: Token) -> bool:
    """Whether a capitalised word may be a name after a title."""
    title, given = token.folded, given_class(first.text)
    unlisted = given is None and surname_class(first.text) is None
    if title not in words("familiar-titles", "public-titles"):
        return not (unlisted and is_word(first.text))
    if unlisted or first.folded in words("not-persons") or (token.opens and title == "may"):
        return False
    if title in words("ordinary-titles") and given is None:
        return False
    if not is_word(first.text) or given == NAME:
        return True
    weak = title in words("ordinary-adjectives") and not token.is_capital
    return first.sentence not in text.headlines and not weak
