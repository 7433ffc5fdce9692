"""Where words stand in their phrase, told from their neighbours: enough for English noun phrases, and fast.

A word list cannot tell "diabetics" from "diabetic retinopathy"; what stands beside the word can.
"""

from __future__ import annotations

import re

from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

NEXT_WORD = re.compile(r"(?P<gap>[ \t\u00a0\n]+|-(?=[A-Za-z]))(?P<word>[A-Za-z][\w'’]*)")
FUNCTION_WORDS = frozenset(
    """
    a an the and or but nor so yet for of in on at by to from with without into onto over under about after before
    because if when while as than that which who whom whose is are was were be been being am has have had do does did
    can could may might must shall should will would not no this these those he she it we you they i my your our their
    his her its us them him me how what where why also too still just never always already out up down off there here
    need needs get gets got don't can't won't aren't isn't doesn't don’t can’t won’t aren’t isn’t doesn’t vs plus
    """.split()
)
_LEADS = (
    FUNCTION_WORDS
    | frozenset(
        """
        many most all some any every each several few two three four five six ten other both help helps helping helped
        support supports supporting supported treat treats treating treated serve serves serving served see sees
        seeing care caring welcome welcomes welcoming invite invites inviting teach teaches teaching reach reaches
        give gives giving offer offers offering call calls calling ask asks asking let lets tell tells telling
        protect protects protecting visit visits visiting screen screens screening hire hires hiring meet meets
        older younger young new more fewer local rural
        """.split()
    )
) - frozenset("and or nor but so".split())
_LAST_WORD = re.compile(r"[\w'’]+$")
FOLLOWERS = frozenset(
    """
    nobody somebody everybody nothing something everyone someone anyone every any some many several few only whenever
    wherever although though yours mine ours who've they'll they've they're you'll you're we'll we're it's i'm i've
    today tomorrow tonight yesterday now then again alone everywhere anywhere among between during through
    across throughout near around against like since until per via versus within toward towards behind beyond
    inside outside first more less most least even often sometimes both either all each want wants deserve
    deserves live lives lived face faces struggle struggles die dies died make makes made take takes took know
    knows tend tends seem seems feel feels felt become becomes sleep sleeps use uses used come comes came go
    goes went show shows say says said ask asks asked try tries tried give gives gave find finds found keep
    keeps kept think thinks see sees saw look looks lose loses lost stay stays work works call calls called turn
    turns choose receive receives fall falls suffer suffers benefit benefits respond responds remain remains
    stop stops start starts eat eats drink drinks wait waits open opens close closes meet meets run runs help
    helps visit visits begin begins lie lies lied need needed wanted cope copes beg begs hide hides walk walks
    sit sits stand stands learn learns recover recovers quit quits relapse relapses overdose overdoses steal
    steals hurt hurts cost costs clog clogs flood floods crowd crowds expect expects refuse refuses ignore
    ignores miss misses skip skips speak speaks tell tells told share shares return returns arrive arrives enter
    enters leave leaves left buy buys pay pays belong belongs matter matters count counts rely relies avoid
    avoids check checks follow follows manage manages inject injects lack lacks must ought welcome welcomed
    thrive thrives survive survives worry worries believe believes claim claims demand demands enjoy enjoys
    happen happens hold holds join joins love loves hate hates move moves please register sign signs scream
    screams yell yells shout shouts wander wanders understand understands win wins write writes safe warm
    healthy cool alive well happy better worse month week year people's
    """.split()
) - {"people's"}
_NOT_PARTICIPLES = frozenset(
    """
    housing nursing clothing building feeding parking training funding meeting hearing learning screening testing
    planning wedding king thing spring string ring wing sibling counseling nursing coding parenting drinking bleeding
    swelling dosing imaging monitoring seed feed need weed breed speed bed red hundred
    """.split()
)
_NOT_ADVERBS = frozenset("family assembly supply anomaly elderly reply ally daily weekly monthly friendly july".split())
_DETERMINED = re.compile(
    r"(?:^|[^\w'’])(?:a|an|the|this|that|every|each|another|any|some|our|your|my|his|her|their|no|one|two|three|four|"
    r"many|most|all|these|those|other|fellow|few|several|such|former|fellow|recovering)"
    r"(?: (?!who\b|that\b|is\b|are\b|was\b|were\b|has\b|have\b|of\b|with\b|to\b|in\b)[\w’'-]+){0,2} $",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\W*(?:(?:so|but|and|well),? )?(?:is|are|was|were|does|do|did|can|could|will|would|should|has|have|what|how|which|"
    r"who|why|when|where|isn['’]t|aren['’]t|doesn['’]t|fact or (?:myth|fiction)|true or false)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"[ \t\u00a0-](?:(?!and\b|or\b|in\b|of\b|is\b|are\b|to\b)[A-Za-z][\w’'-]* ){0,1}"
    r"(?:people|persons?|patients?|adults?|m[ae]n|wom[ae]n|child(?:ren)?|kids?|groups?|communit(?:y|ies)|populations?|"
    r"individuals?|folks?|residents?|parents?|mothers?|moms?|mums?|fathers?|dads?|famil(?:y|ies)|veterans?|youths?|"
    r"teens?|teenagers?|adolescents?|students?|neighbou?rhoods?|members?|clients?|minorit(?:y|ies)|guys?|girls?|boys?|"
    r"bab(?:y|ies)|infants?|newborns?|seniors?|citizens?|workers?|employees?|Americans?|relatives?|someone|users?|"
    r"households?|pupils?|lad(?:y|ies)|gentlem[ae]n|victims?|sufferers?|neighbou?rs?|customers?|inmates?|prisoners?|"
    r"migrants?|immigrants?|refugees?|dialysis patients?)\b",
    re.IGNORECASE,
)


def next_word(signal: Signal, reading: Reading) -> tuple[str, str] | None:
    """The gap and the word after a signal, in lower case; None where punctuation or the end follows."""
    match = NEXT_WORD.match(reading.view.text, signal.span.end)
    return (match["gap"], match["word"].lower()) if match else None


def head(signal: Signal, reading: Reading) -> bool:
    """Whether no noun follows, so that the words are the head of their phrase and not a modifier."""
    following = next_word(signal, reading)
    if following is None:
        return True
    gap, word = following
    if gap == "-":
        return False
    word = word.replace("’", "'")
    if word in FUNCTION_WORDS or word in FOLLOWERS or word.endswith("n't") or "\n\n" in gap:
        return True
    if word.endswith("ly"):
        return word not in _NOT_ADVERBS
    return word.endswith(("ing", "ed")) and word not in _NOT_PARTICIPLES


def determined(signal: Signal, reading: Reading) -> bool:
    """Whether an article, possessive or number stands before the words, with at most two words between."""
    start = signal.span.start
    before = reading.view.text[max(0, start - 50) : start]
    return bool(_DETERMINED.search(before))


def noun(signal: Signal, reading: Reading) -> bool:
    """Whether the words name somebody: a plural, or a head after a determiner ("diabetics", "a type 1 diabetic")."""
    words = reading.view.text[signal.span.start : signal.span.end].lower()
    if words.endswith("s") and not words.endswith("ss"):
        following = next_word(signal, reading)
        return following is None or following[0] != "-"
    return determined(signal, reading) and head(signal, reading)


def standalone(signal: Signal, reading: Reading) -> bool:
    """Whether the words are a whole noun phrase with nothing before or behind that belongs to it.

    Other words may then stand in their place: not in "type 2 diabetics" (a further modifier), "diabetics' feet" (a
    genitive), "young and obese adults" (half of a pair) or "diabetic patient portal" (a modifier itself).
    """
    text, span = reading.view.text, signal.span
    if text[span.end : span.end + 1] in ("'", "’", "-") or not head(signal, reading):
        return False
    reach = text[max(0, span.start - 40) : span.start]
    before = reach.rstrip()
    gap = reach[len(before) :]
    if not before or "\n\n" in gap or ("\n" in gap and text[span.start].isupper()):
        return True
    word = _LAST_WORD.search(before)
    if word and gap:
        return word.group().lower().replace("’", "'") in _LEADS
    return not word and before[-1] not in (",/&+%" if gap else ",/&+%#@-(")


def closing(signal: Signal, reading: Reading) -> bool:
    """Whether a statement ends with the words or goes on with a function word: no "and", no further adjective."""
    sentence = reading.sentences.span_at(signal.span.start)
    rest = reading.view.text[signal.span.end : sentence.end]
    if rest.rstrip("\"'”’) ").endswith("?") or rest[:1] in ("'", "’", "-", "/", "&"):
        return False
    word = NEXT_WORD.match(rest)
    if word is None:
        return not re.match(r"\s*[,/&]\s*[\w]", rest) or bool(
            re.match(r"\s*, (?:you|we|they|he|she|it|call|ask)\b", rest)
        )
    return word["word"].lower() in FUNCTION_WORDS - {"and", "or", "nor"}


def of_people(signal: Signal, reading: Reading) -> bool:
    """Whether a word for people follows, with at most one word between ("obese young women")."""
    return bool(_PEOPLE.match(reading.view.text, signal.span.end))


def asked(signal: Signal, reading: Reading) -> bool:
    """Whether the sentence asks ("Is it safe?"); an offer with a question mark ("Want results?") does not."""
    sentence = reading.sentences.span_at(signal.span.start)
    text = reading.view.text[sentence.start : sentence.end]
    return text.rstrip("\"'”’) ").endswith("?") and bool(_ASKING.match(text))
