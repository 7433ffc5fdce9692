"""The phrase notation of concept lists, written out into plain phrases.

    refer~ (a|your) friend+        refers a friend, referring your friends, …
    [free] gift card+              an optional word
    =MAT                           only in this very case

`~` after a verb gives all its forms, `+` after a noun adds the plural, `( | )` are alternatives, `[ ]` is optional.
A space in a phrase stands for any white space or hyphen in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from postguard.errors import UsageError
from postguard.signals.folding import fold

LIMIT = 3000
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
_TOKEN = re.compile(r"\(([^()]*)\)([~+]?)|\[([^\[\]]*)\]|([^\s()\[\]]+)")


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
    choices = [_choices(match) for match in _TOKEN.finditer(notation)]
    leftover = _TOKEN.sub("", notation).strip()
    if leftover or not choices:
        raise UsageError(f"phrase {notation!r}: unbalanced brackets or nothing in it")
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > LIMIT:
        raise UsageError(f"phrase {notation!r} stands for {total} phrases, more than {LIMIT}: split it")
    seen: set[str] = set()
    for words in product(*choices):
        phrase = fold(" ".join(word for word in words if word)).text.strip()
        if phrase and phrase not in seen:
            seen.add(phrase)
            yield phrase


def _choices(match: re.Match[str]) -> tuple[str, ...]:
    group, suffix, optional, word = match.groups()
    if optional is not None:
        return ("", *(form for choice in optional.split("|") for form in _forms(choice.strip())))
    if group is not None:
        return tuple(form for choice in group.split("|") for form in _forms(choice.strip() + suffix))
    return _forms(word)


def _forms(words: str) -> tuple[str, ...]:
    """Write out the suffix of each word; several words give every combination."""
    forms = [_word_forms(word) for word in words.split()] or [("",)]
    return tuple(" ".join(combination) for combination in product(*forms))


def _word_forms(word: str) -> tuple[str, ...]:
    if len(word) > 1 and word.endswith("~"):
        return verb_forms(word[:-1])
    if len(word) > 1 and word.endswith("+"):
        return noun_forms(word[:-1])
    return (word,)
