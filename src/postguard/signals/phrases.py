"""The phrase notation of concept lists, written out into plain phrases.

    refer~ (a|your) friend+        refers a friend, referring your friends, …
    [free] gift card+              an optional word
    =MAT                           only in this very case

`~` after a verb gives all its forms, `+` after a noun adds the plural, `( | )` are alternatives, `[ ]` is optional;
brackets may be nested, and a suffix behind a round bracket goes to the last word of each alternative.
A space in a phrase stands for any white space or hyphen in the text.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import product

from postguard.errors import UsageError
from postguard.signals.folding import fold

LIMIT = 5000
"""The most phrases that one notation may stand for."""

_IRREGULAR_VERBS = {
    line.split()[0]: tuple(line.split())
    for line in """
    be is are was were been being am|bring brings brought bringing|send sends sent sending|pay pays paid paying
    give gives gave given giving|get gets got gotten getting|win wins won winning|take takes took taken taking
    come comes came coming|go goes went gone going|see sees saw seen seeing|have has had having
    do does did done doing|tell tells told telling|buy buys bought buying|sell sells sold selling
    lose loses lost losing|leave leaves left leaving|feel feels felt feeling|find finds found finding
    make makes made making|know knows knew known knowing|hear hears heard hearing|meet meets met meeting
    write writes wrote written writing|choose chooses chose chosen choosing|begin begins began begun beginning
    lead leads led leading|keep keeps kept keeping|put puts putting|let lets letting|cut cuts cutting
    hurt hurts hurting|quit quits quitting|hit hits hitting|set sets setting|rid rids ridding|bet bets betting
    fight fights fought fighting|catch catches caught catching|think thinks thought thinking
    say says said saying|show shows showed shown showing|grow grows grew grown growing|draw draws drew drawn drawing
    wear wears wore worn wearing|break breaks broke broken breaking|speak speaks spoke spoken speaking
    shoot shoots shot shooting|hang hangs hanged hung hanging|die dies died dying|lie lies lied lying
    drink drinks drank drunk drinking|eat eats ate eaten eating|sleep sleeps slept sleeping|run runs ran running
    swim swims swam swimming|ring rings rang rung ringing|forget forgets forgot forgotten forgetting
    spend spends spent spending|lend lends lent lending|build builds built building|hold holds held holding
    bleed bleeds bled bleeding|feed feeds fed feeding|stand stands stood standing|teach teaches taught teaching
    refer refers referred referring|prefer prefers preferred preferring|transfer transfers transferred transferring
    admit admits admitted admitting|commit commits committed committing|submit submits submitted submitting
    waive waives waived waiving|drive drives drove driven driving|ride rides rode ridden riding
    """.replace("\n", "|").split("|")
    if line.strip()
}
_IRREGULAR_NOUNS = {
    "child": "children", "person": "people", "man": "men", "woman": "women", "foot": "feet", "tooth": "teeth",
    "wife": "wives", "life": "lives", "loved one": "loved ones", "diagnosis": "diagnoses", "leaf": "leaves",
}  # fmt: skip
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
# What folding leaves as it is; a test holds folding to it. Most phrases are of this kind, and folding is slow.
_FOLDED = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_TOKEN = re.compile(r"[(\[|]|[)\]][~+]?|[^\s()\[\]|]+")


def verb_forms(verb: str) -> tuple[str, ...]:
    """The forms of an English verb: base, third person, past, participle, -ing."""
    if verb in _IRREGULAR_VERBS:
        return _IRREGULAR_VERBS[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    if verb.endswith("ee"):
        return verb, verb + "s", verb + "d", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if _DOUBLING.match(verb):
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"


def noun_forms(noun: str) -> tuple[str, ...]:
    """An English noun and its plural."""
    if noun in _IRREGULAR_NOUNS:
        return noun, _IRREGULAR_NOUNS[noun]
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun, noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun, noun + "es"
    return noun, noun + "s"


def expand(notation: str) -> Iterator[str]:
    """The folded phrases that a notation stands for.

    Raises:
        UsageError: unbalanced brackets, an empty notation, or one that stands for more than `LIMIT` phrases.
    """
    if _FOLDED.fullmatch(notation):  # most notations are nothing but their phrase
        yield notation
        return
    tokens = deque(_TOKEN.findall(fold(notation).text))
    texts = _alternatives(tokens, notation)
    if tokens:
        raise UsageError(f"phrase {notation!r}: unbalanced brackets")
    seen = dict.fromkeys(text for text in texts if text)
    yield from seen
    if not seen:
        raise UsageError(f"phrase {notation!r}: nothing in it")


def _alternatives(tokens: deque[str], notation: str) -> list[str]:
    """The texts up to the closing bracket, which stays in the tokens, or the end."""
    choices = _sequence(tokens, notation)
    while tokens and tokens[0] == "|":
        tokens.popleft()
        choices += _sequence(tokens, notation)
    return choices


def _sequence(tokens: deque[str], notation: str) -> list[str]:
    texts = [""]
    while tokens and tokens[0][0] not in "|)]":
        piece = tokens.popleft()
        choices = _group(piece, tokens, notation) if piece in "([" else list(_word_forms(piece))
        texts = [f"{text} {choice}".strip() for text, choice in product(texts, choices)]
        if len(texts) > LIMIT:
            raise UsageError(f"phrase {notation!r} stands for more than {LIMIT} phrases: split it")
    return texts


def _group(opening: str, tokens: deque[str], notation: str) -> list[str]:
    choices = _alternatives(tokens, notation)
    closing = tokens.popleft() if tokens else ""
    if closing[:1] != {"(": ")", "[": "]"}[opening]:
        raise UsageError(f"phrase {notation!r}: unbalanced brackets")
    if closing[1:]:
        choices = [form for choice in choices for form in _phrase_forms(choice, closing[1:])]
    return ["", *choices] if opening == "[" else choices


def _phrase_forms(phrase: str, suffix: str) -> Iterator[str]:
    """The forms of a phrase that has a suffix behind its closing bracket: those of its last word, or irregular ones."""
    if phrase in _IRREGULAR_NOUNS and suffix == "+":
        yield from noun_forms(phrase)
        return
    *lead, last = phrase.split() or [""]
    for form in _word_forms(last + suffix):
        yield " ".join((*lead, form))


def _word_forms(word: str) -> tuple[str, ...]:
    if len(word) > 1 and word.endswith("~"):
        return verb_forms(word[:-1])
    if len(word) > 1 and word.endswith("+"):
        return noun_forms(word[:-1])
    return (word,)
