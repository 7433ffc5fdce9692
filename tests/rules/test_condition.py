"""Conditions: all, any, unless, distance, order, values, context."""

from __future__ import annotations

from typing import Any

import pytest

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import Segment, View
from postguard.rules.condition import Condition
from postguard.rules.model import ConditionModel
from postguard.signals.ambient import Circumstances
from postguard.signals.concept import Concept
from postguard.signals.interface import Surroundings
from postguard.signals.lexicon import Lexicon
from postguard.signals.modality import Modality
from postguard.signals.reading import Reading

CONCEPTS = (
    Concept("thing.prize", ("prize+",)),
    Concept("thing.card", patterns=(r"\$(?P<amount>\d+) card",)),
    Concept("act.visit", ("visit+",)),
    Concept("who.nurse", ("nurse+",)),
    Concept("cue.negation", ("never", "not", "no")),
)


def _fires(text: str, context: Context | None = None, **condition: Any) -> list[str]:
    lexicon = Lexicon(CONCEPTS)
    whole = Span(0, len(text))
    reading = Reading(
        View("prose", text, (Segment(whole, whole),)),
        context or Context(),
        (Circumstances(), lexicon, *lexicon.patterned(), Modality()),
        Surroundings(settings={"limit": 50}, facts={"state.FL": True}),
    )
    model = ConditionModel.model_validate(condition)
    return [text[e.anchor.span.start : e.anchor.span.end] for e in Condition.of(model, "TON901").evidence(reading)]


@pytest.mark.parametrize(
    ("text", "condition", "anchors"),
    [
        ("A prize for each visit.", {"all": ["thing.prize", "act.visit"]}, ["prize"]),
        ("A prize. One word. A visit.", {"all": ["thing.prize", "act.visit"]}, []),
        ("A prize. A visit.", {"all": ["thing.prize", "act.visit"]}, ["prize"]),
        ("A prize. A visit.", {"all": ["thing.prize", "act.visit"], "within": "sentence"}, []),
        ("A prize. One word. A visit.", {"all": ["thing.prize", "act.visit"], "within": "passage"}, ["prize"]),
        ("A prize of some kind for a visit.", {"all": ["thing.prize", "act.visit"], "within": "10 characters"}, []),
        ("A visit, a prize.", {"all": ["thing.prize", "act.visit"], "ordered": True}, []),
        ("A prize, a visit.", {"all": ["thing.prize", "act.visit"], "ordered": True}, ["prize"]),
        ("A prize, nurses.", {"all": ["thing.*"], "unless": ["who.nurse"]}, []),
        ("A prize. Go. Nurses.", {"all": ["thing.*"], "unless": ["who.nurse"]}, ["prize"]),
        ("A prize. Go. Nurses.", {"all": ["thing.*"], "unless": ["who.nurse"], "unless-within": "passage"}, []),
        ("A prize, a $20 card.", {"any": ["thing.prize", "thing.card"]}, ["prize", "$20 card"]),
        ("A $20 card, a $60 card.", {"all": ["thing.card[amount>@limit]"]}, ["$60 card"]),
        ("A $20 card, a $60 card.", {"all": ["thing.card[amount<=20]"]}, ["$20 card"]),
        ("A visit, a $20 card.", {"all": ["act.visit"], "any": ["thing.*"]}, ["visit"]),
        ("A visit.", {"all": ["act.visit"], "any": ["thing.*"]}, []),
        ("Never a prize. A visit.", {"all": ["negated(thing.*)"]}, ["prize"]),
        ("Never a prize.", {"all": ["affirmed(thing.*)"]}, []),
        ("Want a prize?", {"all": ["question(thing.*)"]}, ["prize"]),
        ("A prize.", {"all": ["thing.*", "org.state.FL"]}, ["prize"]),
        ("A prize.", {"all": ["thing.*", "org.state.TX"]}, []),
        ("A prize.", {"all": ["thing.*"], "unless": ["draft.kind.reply"]}, ["prize"]),
    ],
)
def test_fires(text: str, condition: dict[str, Any], anchors: list[str]) -> None:
    assert _fires(text, **condition) == anchors


def test_draft_context_is_a_term() -> None:
    reply = Context(kind="reply")
    assert _fires("A prize.", reply, all=["thing.*", "draft.kind.reply"]) == ["prize"]
    assert _fires("A prize.", reply, all=["thing.*"], unless=["draft.kind.reply"]) == []


def test_what_holds_everywhere_marks_no_place() -> None:
    text = "A prize."
    lexicon = Lexicon(CONCEPTS)
    reading = Reading(View("prose", text, ()), Context(kind="reply"), (Circumstances(), lexicon))
    model = ConditionModel(all=("thing.prize", "draft.kind.reply"))
    (evidence,) = Condition.of(model, "TON901").evidence(reading)
    assert evidence.others == ()
