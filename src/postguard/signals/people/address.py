# ruff: noqa: E501 (word lists and patterns)
"""The place in a sentence where somebody is spoken to: "Hi X,", "Thank you, X!", "X, thanks for …", "meeting you X 💛"."""

from __future__ import annotations

import re

from postguard.signals.people.tokens import Text

_GREETINGS = frozenset(
    "hi hello hey dear hiya howdy hola greetings good morning afternoon evening there aloha welcome querida querido estimada estimado".split()
)
_THANKS = frozenset(
    "thanks thank you much again gracias congrats congratulations felicidades sorry birthday job go proud apologies awesome".split()
)
_NOT_BEFORE = frozenset(
    "the a an our your my his her their its this that these those at in on from of with by for to and or via near call visit see ask"
    " dr doctor mr mrs ms st saint about into as is are was were be than like every each some any no all de el la".split()
)
_END = re.compile(r"^\s*(?:$|[.!?…,;:)\n—–~]|-\s|[^\w\s'’\"@#/&+])")
_CLOSE = re.compile(r"^\s*(?:$|[.!?…\n~]|[^\w\s'’\",;:)@#/&+(-])")
_TIGHT = re.compile(r"^\s?[,!.—–]|^\s*$")
_COMMA = re.compile(r"^\s*[,—–:!]|^ - ")
_BREAK = re.compile(r"[,;:!?.…—–]\s*$|[^\w\s'’\"(@#/&+.$%-]\s*$|\n\s*$|- $")

NOT_PERSONS = frozenset(
    """team everyone everybody all friend friends folks guys family families neighbor neighbors neighbour neighbours community sir madam
    ma'am maam doctor doctors dr nurse nurses staff anonymous guest customer client clients patient patients reviewer user member
    members google yelp facebook healthgrades instagram ladies gentlemen y'all yall people world mom moms dad dads parents mama
    someone anyone somebody anybody nobody one you me us them him her both again there here soon today tomorrow tonight yesterday monday tuesday
    wednesday thursday friday saturday sunday february march july september october november december
    christmas easter thanksgiving halloween hanukkah ramadan sorry thanks thank hi hello hey yes no please oh wow well ok okay
    unfortunately however also so love best cheers regards sincerely warmly amen god lord santa covid hipaa er icu nicu
    management administrator admin owner office dental clinic hospital center health medical care smiles dentistry
    smile happy great good awesome amazing excellent perfect sure absolutely exactly agreed feedback review reviews rating stars
    actually honestly finally first second third next last hopefully hooray yay congrats congratulations bravo welcome goodbye bye
    sweetie honey dear darling buddy bud pal champ kiddo superstar rockstar girl boy bro sis guy hon boss hero heroes
    winner winners warriors fighters survivors students nurses veterans volunteers coaches teachers
    america usa texas florida california american i we he she it they gracias saludos bendiciones hola señor senora señora señorita""".split()
)
"""Words that stand where a name would, and name nobody."""

_SAFE_OPENERS = frozenset(
    "thanks thank we we're we've you your it it's so as i i'm sorry our please this that glad happy see the for were hope was how and if congratulations congrats good great let".split()
)


def _after(text: Text, index: int) -> str:
    """What follows a word, with the first letter of the next word, so that only the end of the text looks like an end."""
    following = text.at(index + 1)
    return text.after(index) + (following.text[0] if following else "")


def is_greeted(text: Text, index: int) -> bool:
    """Whether a word, in any case, stands right after a greeting or thanks and right before a comma or the end."""
    token, previous = text.tokens[index], text.at(index - 1)
    if previous is None or previous.sentence != token.sentence or token.before.strip(" ,!"):
        return False
    greeted = previous.folded in ("hi", "hello", "hey", "dear", "hola", "hiya") or previous.folded in _THANKS - {
        "much",
        "sorry",
        "go",
        "job",
    }
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
    if same and word in _GREETINGS and before.strip(" ,") == "":
        return bool(_END.match(after)) or (word in ("hi", "hello", "hey", "dear", "hola") and first <= 3)
    if same and word in _THANKS and before.strip(" ,!") == "":
        following = text.at(last + 1)
        return bool(_END.match(after)) or (
            following is not None
            and following.folded in ("for", "we", "and", "so", "your", "we're", "from", "that", "it", "on")
        )
    if token.opens:
        following = text.at(last + 1)
        if following is None:
            return False
        return bool(_COMMA.match(after)) and following.folded in _SAFE_OPENERS
    if not same:
        return False
    if _BREAK.search(before) and _END.match(after):
        return before.strip() in (",", "-", "—", "–", "!", "❤️", "…", "...") or bool(_CLOSE.match(after))
    if word in ("you", "u", "ya") and _END.match(after):
        return True
    return word not in _NOT_BEFORE and before == " " and bool(_CLOSE.match(after))
