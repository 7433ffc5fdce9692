"""Stretches that may name a person: name runs, titles, initials with a surname, "Lastname, First"."""

from __future__ import annotations

from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.people.lists import NAME, given_class, is_word, surname_class
from postguard.signals.people.mention import Mention, end_of
from postguard.signals.people.runs import run
from postguard.signals.people.titled import titled
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import words


def mentions(text: Text) -> Iterator[Mention]:
    """Every stretch that may name a person, from left to right, none overlapping."""
    index = 0
    while index < len(text.tokens):
        mention = _reversed(text, index) or titled(text, index) or run(text, index) or _initialled(text, index)
        if mention is None:
            index += 1
            continue
        yield mention
        index = mention.last + 1


def _initialled(text: Text, index: int) -> Mention | None:
    """An initial, or two, with a surname: J. Alvarez, T.J. Smith."""
    token = text.tokens[index]
    if len(token.text) != 1 or not token.is_capital or token.folded == "i" or text.after(index)[:1] != ".":
        return None
    last = index
    while (
        (step := text.at(last + 1))
        and step.before in (". ", ".")
        and len(text.tokens[last].text) == 1
        and step.is_capital
    ):
        last += 1
    name = text.tokens[last]
    family = surname_class(name.text)
    if len(name.text) < 2 or family is None or name.folded in words("not-persons", "calendar"):
        return None
    if is_word(name.text) and family != NAME:
        return None
    return Mention(Span(token.span.start, name.span.end), index, last, "initials_name", name.folded, 0.8)


def _reversed(text: Text, index: int) -> Mention | None:
    """SMITH, JOHN as records write it."""
    token, first = text.tokens[index], text.at(index + 1)
    if first is None or first.before not in (", ", ",") or len(first.text) < 2:
        return None
    if not token.is_capital or not first.is_capital or first.folded in words("not-persons"):
        return None
    family, given = surname_class(token.text), given_class(first.text)
    if family is None or given is None:
        return None
    previous = text.at(index - 1)
    labelled = (
        previous is not None
        and previous.folded in words("record-labels")
        and token.before.strip() in (":", "", "-", "#")
    )
    both_upper = token.is_upper and first.is_upper and not text.is_upper and family == given == NAME
    if not labelled and not both_upper:
        return None
    last = index + 1
    following = text.at(index + 2)
    if following and len(following.text) == 1 and following.before == " " and following.is_capital:
        last += 1
    return Mention(Span(token.span.start, end_of(text, last)), index, last, "reversed", first.folded, 0.95)
