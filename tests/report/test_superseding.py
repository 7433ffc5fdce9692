from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard import Draft, Finding, Linter, Severity
from postguard.draft.span import Span
from postguard.report.superseding import without_second_opinions, without_superseded
from postguard.signals.sentences import SentenceIndex

LINTER = Linter(select=("PHI",))
ONE = LINTER.check("SSN 219-09-9142 is on file.").findings[0]


def _finding(code: str, start: int, end: int, *related: tuple[int, int], category: str = "phi") -> Finding:
    place = replace(ONE.place, span=Span(start, end))
    others = tuple(replace(ONE.place, span=Span(*span), note="n") for span in related)
    return replace(ONE, code=code, name=f"name-{code.lower()}", category=category, place=place, related=others)


OVER = {"A": ("B",), "B": ("C",)}


def test_the_more_specific_one_stays_and_keeps_the_places() -> None:
    (left,) = without_superseded([_finding("A", 0, 9), _finding("B", 5, 12, (20, 25))], OVER)
    assert left.code == "A"
    assert [(p.span, p.note) for p in left.related] == [(Span(5, 12), "name b"), (Span(20, 25), "n")]


def test_places_pass_along_a_chain() -> None:
    found = [_finding("A", 0, 9), _finding("B", 5, 12), _finding("C", 10, 14)]
    (left,) = without_superseded(found, OVER)
    assert {place.span for place in left.related} == {Span(5, 12), Span(10, 14)}


def test_apart_from_each_other_both_stay() -> None:
    found = [_finding("A", 0, 5), _finding("B", 5, 12)]
    assert without_superseded(found, OVER) == found


def test_other_families_hand_on_nothing() -> None:
    (left,) = without_superseded([_finding("A", 0, 9), _finding("B", 5, 12, category="tone")], OVER)
    assert not left.related


def test_a_place_that_only_surrounds_is_not_kept() -> None:
    (left,) = without_superseded([_finding("A", 3, 6), _finding("B", 0, 30, (10, 12))], OVER)
    assert [place.span for place in left.related] == [Span(10, 12)]


spans = st.tuples(st.sampled_from("ABC"), st.integers(0, 20), st.integers(1, 8))


@given(st.lists(spans, max_size=8))
def test_something_always_stays_and_no_place_is_lost(found: list[tuple[str, int, int]]) -> None:
    findings = [_finding(code, start, start + size) for code, start, size in found]
    left = without_superseded(findings, OVER)
    assert bool(left) == bool(findings)
    covered = [place.span for finding in left for place in (finding.place, *finding.related)]
    assert all(any(finding.span.overlaps(span) for span in covered) for finding in findings)


@pytest.mark.parametrize(
    ("text", "kind", "most"),
    [
        ("We're glad your root canal went well, see you at your next cleaning", "reply", 2),
        ("aww shaniqua you made our day! see you in 6 months for your cleaning", "reply", 2),
        ("Jean-Baptiste, so happy your knee is doing well!!", "reply", 2),
        ("Young, thank you for trusting us with your braces.", "reply", 2),
        ("Your file says you skipped two appointments, and the bill for June is still open.", "reply", 2),
        ("On Tuesday, March 3, our patient had her surgery.", None, 1),
    ],
)
def test_few_findings_for_a_sentence(text: str, kind: str | None, most: int) -> None:
    findings = LINTER.check(Draft(text, kind=kind)).findings  # type: ignore[arg-type]
    sentences = SentenceIndex(text)
    counts = Counter(sentences.at(finding.span.start) for finding in findings)
    assert findings
    assert max(counts.values()) <= most, [finding.code for finding in findings]


def test_a_named_patients_story_is_one_finding() -> None:
    text = "Our patient Wei Zhang, a 43-year-old lobsterman and father of five, was airlifted to us by helicopter."
    found = {finding.code: finding for finding in LINTER.check(text).findings}
    assert "PHI501" not in found
    assert {"43-year-old", "lobsterman"} <= {text[p.span.start : p.span.end] for p in found["PHI101"].related}


def test_an_unnamed_persons_story_stays() -> None:
    text = "Our patient, a 43-year-old lobsterman and father of five, was airlifted to us by helicopter."
    assert "PHI501" in {finding.code for finding in LINTER.check(text).findings}


def test_an_information_does_not_stand_for_a_warning() -> None:
    info = replace(_finding("A", 0, 9), severity=Severity.INFO)
    warning = replace(_finding("B", 5, 12), severity=Severity.WARNING)
    assert without_superseded([info, warning], OVER) == [info, warning]
    alike = [replace(info, severity=Severity.WARNING), warning]
    assert [left.code for left in without_superseded(alike, OVER)] == ["A"]


def test_a_second_opinion_gives_way_near_by_only() -> None:
    near, far = _finding("X", 10, 20), _finding("X", 5000, 5010)
    first = _finding("A", 100, 120)
    assert without_second_opinions([near, first, far], {"X"}) == [first, far]
    other = _finding("A", 100, 120, category="tone")
    assert without_second_opinions([near, other], {"X"}) == [near, other]
    light = replace(first, severity=Severity.INFO)
    assert without_second_opinions([near, light], {"X"}) == [near, light]
