"""Leaves out findings that a more specific one at the same place makes needless, and keeps their places."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from postguard.report.finding import Finding, Place

_FAMILY = "phi"
"""Of this family a dropped finding hands its places on: each may identify, so none may go unseen."""

_NEAR = 400
"""Code points between a second opinion and the finding that it gives way to: about a paragraph."""


def without_second_opinions(findings: Sequence[Finding], codes: Collection[str]) -> list[Finding]:
    """The findings without second opinions beside a finding of the same family that weighs no less.

    Args:
        findings: all findings of a draft.
        codes: the codes that give way.
    """
    first = [finding for finding in findings if finding.code not in codes and finding.suppressed is None]
    return [
        finding
        for finding in findings
        if finding.code not in codes or not any(_says_enough(other, finding) for other in first)
    ]


def _says_enough(other: Finding, opinion: Finding) -> bool:
    return (
        other.category == opinion.category
        and not other.severity < opinion.severity
        and other.span.gap(opinion.span) <= _NEAR
    )


def without_superseded(findings: Sequence[Finding], over: Mapping[str, Sequence[str]]) -> list[Finding]:
    """The findings that are left, in their order.

    A finding is dropped when a place of one that supersedes its code overlaps its own and weighs no less: an
    information never stands for a warning. A PHI finding hands its places to the one that stays, as related places
    whose note is the dropped rule's name in words.

    Args:
        findings: all findings of a draft.
        over: the codes that each code supersedes.
    """
    strong = [at for at, finding in enumerate(findings) if over.get(finding.code)]
    winners: dict[int, int] = {}
    for at, finding in enumerate(findings):
        for other in strong:
            if other != at and finding.code in over[findings[other].code] and _stands_for(findings[other], finding):
                winners[at] = other
                break
    handed: dict[int, list[Place]] = {}
    for at in winners:
        if findings[at].category == _FAMILY:
            handed.setdefault(_last(at, winners), []).extend(_places(findings[at]))
    return [_with(finding, handed.get(at, [])) for at, finding in enumerate(findings) if at not in winners]


def _stands_for(one: Finding, other: Finding) -> bool:
    """Whether a finding touches another's place and weighs at least as much."""
    places = (one.span, *(place.span for place in one.related))
    return not one.severity < other.severity and any(span.overlaps(other.span) for span in places)


def _last(at: int, winners: Mapping[int, int]) -> int:
    """The finding that stays in the end, when the one that superseded is superseded itself."""
    seen = {at}
    while at in winners and winners[at] not in seen:
        at = winners[at]
        seen.add(at)
    return at


def _places(finding: Finding) -> tuple[Place, ...]:
    return (replace(finding.place, note=finding.name.replace("-", " ")), *finding.related)


def _with(finding: Finding, places: Sequence[Place]) -> Finding:
    """A finding with further related places, each span once, and none that only surrounds what it points at."""
    kept = {place.span: place for place in (finding.place, *finding.related)}
    for place in places:
        if not place.span.contains(finding.span):
            kept.setdefault(place.span, place)
    return replace(finding, related=tuple(kept.values())[1:]) if places else finding
