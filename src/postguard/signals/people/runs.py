"""Name runs: a given name and the particles, initials, surnames and suffixes that belong to it."""

from __future__ import annotations

from dataclasses import replace

from postguard.draft.span import Span
from postguard.signals.people.lists import NAME, PLACE, WORD, entries, given_class, is_word, surname_class
from postguard.signals.people.mention import Mention, end_of
from postguard.signals.people.tokens import Text, Token
from postguard.signals.people.vocabulary import words

_LONGEST = 5
"""Words after the first that a name may have."""

_PARTICLES = 3
"""Particles in a row: "van der", "de la"."""

_CERTAIN = {NAME: 0.9, WORD: 0.5, PLACE: 0.6, None: 0.5}
"""How sure a single word is a name, by the class of the given name."""


def run(text: Text, index: int, *, any_name: bool = False) -> Mention | None:
    """The name run that starts at a word.

    Args:
        text: the words.
        index: the first word.
        any_name: whether the first word may be any word, as where only a name can stand.
    """
    token = text.tokens[index]
    kind = given_class(token.text)
    if not any_name and not _may_open(text, index, kind):
        return None
    if len(token.text) < 2 or (token.opens and token.folded in words("opening-verbs")):
        return None  # "Meet Priya", "Thank Ann": the verb is a rare name as well
    last = extend(text, index)
    several = last > index
    if not several and token.is_upper and not text.is_upper and len(token.text) <= 4 and not any_name:
        return None  # ADA, ACE: an abbreviation
    certain = _CERTAIN[kind]
    if several:
        certain = _certain_of_several(text.tokens[last], kind)
    elif token.is_upper and not text.is_upper:
        certain = min(certain, 0.4)
    elif not token.is_capital:
        certain = min(certain, 0.6)
    span = Span(token.span.start, end_of(text, last))
    form = "full_name" if several else "name"
    return Mention(span, index, last, form, token.folded, certain, "", kind == PLACE)


def free_run(text: Text, index: int) -> Mention | None:
    """A name run that may start with any word, for places where only a name can stand."""
    mention = run(text, index, any_name=True)
    return replace(mention, source="position") if mention else None


def _may_open(text: Text, index: int, kind: str | None) -> bool:
    """Whether a word may be the first of a name by itself, and not only by where it stands."""
    token = text.tokens[index]
    if (kind is None and not _is_unlisted_pair(text, index)) or token.folded in words("not-persons"):
        return False
    listed = kind == NAME and len(token.text) >= 4 and token.folded not in words("only-capitalised")
    return token.is_capital or listed


def _is_unlisted_pair(text: Text, index: int) -> bool:
    """Two capitalised words outside a headline, neither in the dictionary, the second a listed surname."""
    token, following = text.tokens[index], text.at(index + 1)
    return bool(
        following and token.is_capital and not token.is_upper and following.is_capital and following.before == " "
        and not token.possessive and len(token.text) > 2 and not is_word(token.text)
        and surname_class(following.text) == NAME and not is_word(following.text)
        and following.folded not in entries("organization_words.txt") and following.sentence == token.sentence
    )  # fmt: skip


def _certain_of_several(ending: Token, kind: str | None) -> float:
    """How sure a run of several words is a name, by its last word and the class of the given name."""
    family = surname_class(ending.text)
    initial = len(ending.text) == 1
    if kind == NAME and (family is not None or initial):
        return 0.95
    if kind is None and family is None:
        return 0.5
    return 0.75 if family == NAME or initial else _CERTAIN[kind]


def extend(text: Text, index: int) -> int:
    """The last word of a name that starts at a word."""
    last = index
    first = text.tokens[index]
    headline = first.sentence in text.headlines
    while not text.tokens[last].possessive and last - index < _LONGEST:
        step = text.at(last + 1)
        is_initial = len(text.tokens[last].text) == 1
        if step is None or (step.sentence != first.sentence and not is_initial):
            break
        if step.before not in (" ", "\u00a0") and not (is_initial and step.before in (". ", ".")):
            break
        if particles := _particles(text, last + 1, headline=headline):
            last += particles + 1
        elif _continues(text, last, step, lower=not first.is_capital, headline=headline):
            last += 1
        else:
            break
    return last


def _particles(text: Text, index: int, *, headline: bool) -> int:
    """How many particles stand before a capitalised word: one in "van Dyck", two in "de la Cruz"; else none."""
    for at in range(index, index + _PARTICLES):
        step, following = text.at(at), text.at(at + 1)
        if step is None or step.folded not in words("particles") or len(step.text) < 2:
            return 0
        if following is None or following.before not in (" ", ""):
            return 0
        if following.is_capital and following.folded not in words("particles"):
            weak = not step.is_capital and step.folded in ("e", "y", "la", "el", "al")
            return 0 if headline and weak else at + 1 - index
    return 0


def _continues(text: Text, last: int, step: Token, *, lower: bool, headline: bool) -> bool:
    """Whether a word goes on a name whose last word so far is `last`."""
    if step.folded in words("suffixes") and not lower:
        return True
    if len(step.text) == 1:
        return step.is_capital and (step.folded not in ("i", "a") or text.after(last + 1)[:1] in ".,")
    if step.folded in words("not-persons", "calendar") or (step.folded in words("credentials") and step.is_upper):
        return False
    family = surname_class(step.text)
    if lower and not step.is_capital:
        return family == NAME and not is_word(step.text) and len(step.text) > 2
    if not step.is_capital or (step.is_upper and not text.is_upper and family is None):
        return False
    if _is_organization_word(text, last + 1, family):
        return False
    if headline:
        return family == NAME and not is_word(step.text)
    return family is not None or given_class(step.text) is not None or not is_word(step.text)


def _is_organization_word(text: Text, index: int, family: str | None) -> bool:
    """Whether a word makes those before it an organisation, and is not rather a surname itself."""
    nouns = entries("organization_words.txt")
    step, following = text.tokens[index], text.at(index + 1)
    if step.folded not in nouns:
        return False
    followed = following is not None and following.is_capital and following.folded in nouns
    return family is None or followed or step.folded in words("never-surnames")
