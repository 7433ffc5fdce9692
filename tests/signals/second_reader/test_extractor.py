from __future__ import annotations

from postguard import Draft, Linter
from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.policy.config import parse_config
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading
from postguard.signals.second_reader.extractor import SecondReader, telling
from postguard.signals.second_reader.tokens import Window

TELLING = "bed 9 finally went home and tried to pay the night shift in scratch tickets"
FILLER = "The cafeteria has soup on Monday and salad on Tuesday, and the gift shop opens at nine. "


def _signals(text: str) -> list[Signal]:
    reading = Reading(View("prose", text, ()), Context("post"), (SecondReader(),))
    return list(reading.find("impression.*"))


def test_each_family_is_marked() -> None:
    found = {signal.concept for signal in _signals("The tulips by the gate are out.")}
    assert {"impression.phi", "impression.incentive", "impression.tone"} <= found


def test_a_buried_line_is_found_where_it_stands() -> None:
    text = FILLER * 12 + TELLING + ". " + FILLER * 12
    marks = [s for s in _signals(text) if s.concept == "impression.phi"]
    top = max(marks, key=lambda signal: signal.score)
    assert len(marks) > 3
    assert top.span.overlaps(Span(text.index(TELLING), text.index(TELLING) + len(TELLING)))


def test_a_word_or_two_are_not_read() -> None:
    assert not _signals("Hello there")


def test_telling_words_are_those_beside_the_highest_mark() -> None:
    spans = (None, Span(0, 2), Span(3, 6), Span(3, 6), Span(7, 9), None)
    window = Window((0,) * 6, (0, 1, 1, 1, 1, 1), spans)
    assert telling(window, [0.9, 0.1, 0.5, 0.8, 0.2, 0.9]) == Span(3, 6)
    assert telling(window, [0.9, 0.5, 0.5, 0.8, 0.2, 0.9]) == Span(0, 6)


def test_it_gives_way_to_a_rule_that_knows_why() -> None:
    text = "Refer a friend and you both get a $50 gift card!"
    codes = [finding.code for finding in Linter(select=("incentive",)).check(text).findings]
    assert "INC101" in codes
    assert not [code for code in codes if code.startswith("INC8")]


PLAIN = "Little Kwame went home from our NICU today, and every nurse who held him came in to wave goodbye to his mom."


def _codes(draft: Draft, **second_reader: object) -> set[str]:
    linter = Linter(parse_config({"second-reader": second_reader}), select=("second-reader",))
    return {finding.code for finding in linter.check(draft).findings}


def test_thresholds_decide_and_one_is_never() -> None:
    brief, told = Draft(PLAIN), Draft(PLAIN + " He is four months old and weighs nine pounds, and we all cried.")
    assert any(code.startswith("PHI7") for code in _codes(brief, brief={"phi": 0.3}))
    assert not any(code.startswith("PHI7") for code in _codes(brief, brief={"phi": 1}))
    assert any(code.startswith("PHI7") for code in _codes(told, phi=0.3))
    assert not any(code.startswith("PHI7") for code in _codes(told, phi=1))


def test_leaving_its_rules_out_leaves_its_doubts_out() -> None:
    linter = Linter(ignore=("second-reader",))
    assert not [rule.code for rule in linter.rules if "second-reader" in rule.model.tags]
    reply = Draft("Remy would tell you it's the thyme.", kind="reply", in_reply_to="Your soup is the best in town!")
    assert not any("second reader" in finding.message for finding in linter.check(reply).findings)
