"""Properties of the whole pipeline: places move with the text, and passages do not touch each other."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postguard import Draft, Finding, Linter

PARAGRAPHS = (
    "Refer a friend 🎁 and you both get a $50 gift card at your next visit!",
    "Our support group for addicts meets on Mondays.",
    "Flu shots are here. Walk in on Saturday from 9 to 12.",
    "“We never pay for referrals”, says Dr. Núñez, and tips for diabetics follow.",
    "Leave us a five star review and win a *free* whitening kit & more.",
    "The soup of the day is lentil.\nAnd there is cake.",
    "Tom Brady plays football. He committed suicide, the rumour said of somebody else.",
    "Call or text 988. Our wheelchair-bound friends park in front.",
)
BREAK = "\n\n---\n\n"
METRICS = ("TON5", "TON6", "TON7")
"""Lengths and counts are of a whole draft, so they change when drafts are joined."""


@cache
def _linter() -> Linter:
    known = {rule.code[:4] for rule in Linter().rulebook.rules}
    return Linter(ignore=[prefix for prefix in METRICS if prefix in known])


def _key(finding: Finding, shift: int = 0) -> tuple[str, tuple[tuple[int, int], ...]]:
    places = (finding.place, *finding.related)
    return finding.code, tuple((p.span.start - shift, p.span.end - shift) for p in places)


def _found(text: str, input_format: str) -> list[tuple[str, tuple[tuple[int, int], ...]]]:
    report = _linter().check(Draft(text, input_format=input_format))
    assert not report.errors
    return sorted(_key(finding) for finding in report.findings)


drafts = st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4).map("\n\n".join)


@pytest.mark.parametrize("input_format", ["text", "markdown"])
@given(parts=st.lists(drafts, min_size=2, max_size=4))
@settings(max_examples=25, deadline=None)
def test_one_file_or_many_joined_give_the_same_findings(input_format: str, parts: list[str]) -> None:
    whole = BREAK.join(parts)
    expected = []
    offset = 0
    for part in parts:
        expected += [
            (code, tuple((start + offset, end + offset) for start, end in places))
            for code, places in _found(part, input_format)
        ]
        offset += len(part) + len(BREAK)
    assert _found(whole, input_format) == sorted(expected)


@pytest.mark.parametrize(
    ("input_format", "lead"),
    [
        ("text", "Soup 🍲\r\n\r\n---\r\n\r\n"),
        ("markdown", "# Soup 🍲\r\n\r\n***\r\n\r\n"),
        ("markdown", "\ufeff---\ntitle: Soup\n---\n\n"),
        ("html", "<p>Soup 🍲 &amp; bread</p>\n<hr>\n"),
    ],
)
@given(draft=drafts)
@settings(max_examples=20, deadline=None)
def test_text_before_a_passage_moves_its_findings(input_format: str, lead: str, draft: str) -> None:
    if input_format == "html":
        draft = "".join(f"<p>{paragraph.replace('&', '&amp;')}</p>\n" for paragraph in draft.split("\n\n"))
    moved = [
        (code, tuple((start + len(lead), end + len(lead)) for start, end in places))
        for code, places in _found(draft, input_format)
    ]
    assert _found(lead + draft, input_format) == sorted(moved)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_checked(text: str) -> None:
    for input_format in ("text", "markdown", "html"):
        for finding in _linter().check(Draft(text, input_format=input_format)).findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(text)
