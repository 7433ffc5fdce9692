"""Eponyms, organisations, places and dates that look like names."""

from __future__ import annotations

from postguard.signals.people.lists import entries, towns
from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import frame, words


def eponym_end(text: Text, first: int, last: int) -> bool:
    """Whether the words are the name of a disease, sign, score, procedure or device.

    `X's disease`, `X syndrome`, `positive X reflex`: a head noun follows within two words, or a listed eponym is
    joined to another one (Guillain-Barré) or has a possessive and a lower-case noun.
    """
    heads, listed = entries("eponym_heads.txt"), entries("eponyms.txt")
    name = " ".join(token.folded for token in text.tokens[first : last + 1])
    ending = text.tokens[last]
    known = name in listed or ending.folded in listed
    for step in (1, 2, 3):
        following = text.at(last + step)
        if following is None or following.sentence != ending.sentence:
            break
        if step == 1 and following.before in ("' ", "’ "):  # Graves' disease
            return following.folded in heads or known
        joined = following.before if not (step == 1 and ending.possessive) else following.before[2:]
        if joined.strip(" -–/") and not (step == 1 and ending.possessive):
            break
        if following.folded in heads:
            return (step == 1 and not ending.possessive) or (known and step <= 2) or (step == 1 and known)
        if not known:
            break
    return known and (name.count("-") > 0 or len(name.split()) > 1) and name in listed


def is_organization(text: Text, first: int, last: int) -> bool:
    """Whether an organisation word stands directly beside the words, capitalised as part of one name."""
    nouns = entries("organization_words.txt")
    name = " ".join(token.folded for token in text.tokens[first : last + 1])
    known_names = entries("organizations.txt")
    if name in known_names or any(" " in known and known in name for known in known_names):
        return True
    headline = text.tokens[first].sentence in text.headlines
    for step in (1, 2, 3):
        following = text.at(last + step)
        if following is None or following.sentence != text.tokens[last].sentence:
            break
        joint = following.before.removeprefix("'s").removeprefix("’s") if step == 1 else following.before
        if joint not in (" ", " & ", "-"):
            break
        apart = (headline or text.is_upper) and step > 1  # every word has a capital there
        if following.folded in nouns and (following.is_capital or text.is_lower) and not apart:
            return not (text.is_lower and following.folded in words("places-in-lower-case"))
        if not following.is_capital and following.folded not in ("and", "of", "the"):
            break
    previous = text.at(first - 1)
    if previous and text.tokens[first].before in (" ", " & ") and previous.is_capital and not headline:
        if previous.folded in words("place-openers"):
            return True
        before = text.at(first - 2)
        if previous.folded in ("of", "and") and before and before.folded in nouns and before.is_capital:
            return True
    if previous and text.tokens[first].before.strip() in (".", "") and previous.folded == "st":
        return True
    if previous and previous.folded in ("of", "at") and first >= 2:
        before = text.tokens[first - 2]
        if before.is_capital and before.folded in nouns:
            return True
    return False


def is_place(text: Text, first: int, last: int, is_place_like: bool) -> bool:
    """Whether the words stand where a place or a date stands: "in Austin", "Charlotte, NC", "in April"."""
    token = text.tokens[first]
    previous = text.at(first - 1)
    following = text.at(last + 1)
    if first == last and token.folded in words("calendar"):
        if previous and previous.sentence == token.sentence and previous.folded in words("date-before"):
            return True
        if frame("month-before").search(text.text[max(0, token.span.start - 24) : token.span.start]):
            return True
        if text.after(last)[:4].strip(" .,")[:1].isdigit() or token.before.rstrip()[-1:].isdigit():
            return True
    if (
        following
        and following.is_upper
        and len(following.text) == 2
        and following.before in (", ", " ")
        and following.text in words("state-codes")
    ):
        return is_place_like or bool(previous and previous.folded in words("place-before"))
    beside = previous is not None and previous.sentence == token.sentence and token.before == " "
    if previous is not None and beside and previous.folded in words("town-before") and is_town(text, first, last):
        return True
    if not is_place_like:
        return False
    giver = text.at(first - 2)
    if previous and previous.folded == "to" and giver and giver.folded in words("givers"):
        return False
    return previous is not None and beside and previous.folded in words("place-before")


def is_town(text: Text, first: int, last: int) -> bool:
    """Whether the words are the name of a listed town, whatever else they may be."""
    return " ".join(token.folded for token in text.tokens[first : last + 1]) in towns()


def is_site(text: Text, first: int, last: int) -> bool:
    """Whether the words say which of our places is meant: "our Rockland office"."""
    previous, following = text.at(first - 1), text.at(last + 1)
    if previous is None or previous.folded not in ("our", "the") or text.tokens[last].possessive:
        return False
    return following is not None and following.before == " " and following.folded in words("sites")


def is_dressing(text: Text, last: int) -> bool:
    """Whether a food or other thing follows: "Jack cheese", "Caesar dressing"."""
    following = text.at(last + 1)
    return bool(following and following.folded in words("dressing"))
