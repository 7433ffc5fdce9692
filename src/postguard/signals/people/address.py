"""The place in a sentence where somebody is spoken to: "Hi X,", "Thank you, X!", "X, thanks for …"."""

from __future__ import annotations

import re

from postguard.signals.people.tokens import Text
from postguard.signals.people.vocabulary import words

_END = re.compile(r"^\s*(?:$|[.!?…,;:)\n—–~]|-\s|[^\w\s'’\"@#/&+])")
_CLOSE = re.compile(r"^\s*(?:$|[.!?…\n~]|[^\w\s'’\",;:)@#/&+(-])")
_TIGHT = re.compile(r"^\s?[,!.—–]|^\s*$")
_COMMA = re.compile(r"^\s*[,—–:!]|^ - ")
_BREAK = re.compile(r"[,;:!?.…—–]\s*$|[^\w\s'’\"(@#/&+.$%-]\s*$|\n\s*$|- $")


def _after(text: Text, index: int) -> str:
    """What follows a word, with the next word's first letter, so that only the end of the text looks like an end."""
    following = text.at(index + 1)
    return text.after(index) + (following.text[0] if following else "")


def is_greeted(text: Text, index: int) -> bool:
    """Whether a word, in any case, stands right after a greeting or thanks and right before a comma or the end."""
    token, previous = text.tokens[index], text.at(index - 1)
    if previous is None or previous.sentence != token.sentence or token.before.strip(" ,!"):
        return False
    greeted = previous.folded in words("greeting-close")
    return greeted and bool(_TIGHT.match(_after(text, index)))


def is_addressed(text: Text, first: int, last: int) -> bool:
    """Whether the words `first`..`last` stand where a reader is spoken to. Says nothing of whether they are a name."""
    token = text.tokens[first]
    before, after = token.before, _after(text, last)
    if text.tokens[last].possessive:
        return False
    previous = text.at(first - 1)
    word = previous.folded if previous else ""
    same = previous is not None and previous.sentence == token.sentence
    if same and word in words("greetings") and before.strip(" ,") == "":
        return bool(_END.match(after)) or (word in words("short-greetings") and first <= 3)
    if same and word in words("thanks") and before.strip(" ,!") == "":
        following = text.at(last + 1)
        return bool(_END.match(after)) or (following is not None and following.folded in words("reader-after-thanks"))
    if token.opens:
        following = text.at(last + 1)
        if following is None:
            return False
        return bool(_COMMA.match(after)) and following.folded in words("reader-then")
    if not same:
        return False
    if _BREAK.search(before) and _END.match(after):
        return before.strip() in (",", "-", "—", "–", "!", "❤️", "…", "...") or bool(_CLOSE.match(after))
    if word in ("you", "u", "ya") and _END.match(after):
        return True
    return word not in words("not-before-reader") and before == " " and bool(_CLOSE.match(after))
