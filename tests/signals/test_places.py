from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.signals.places import Places, restricted_areas
from postguard.signals.reading import Reading


def _zips(text: str) -> list[str]:
    found = Places().extract(Reading(View("prose", text, ()), Context(), ()))
    return [text[signal.span.start : signal.span.end] for signal in found if signal.concept == "place.zip"]


def test_seventeen_areas_are_restricted() -> None:
    assert len(restricted_areas()) == 17
    assert {"036", "203", "893"} < restricted_areas()


@given(st.integers(0, 999).map("{:03d}".format))
def test_three_digits_count_only_in_a_restricted_area(area: str) -> None:
    text = f"Her ZIP code begins with {area}."
    assert _zips(text) == ([area] if area in restricted_areas() else [])


@given(st.integers(0, 99999).map("{:05d}".format))
def test_a_full_code_always_counts(code: str) -> None:
    assert _zips(f"Her ZIP code is {code}.") == [code]


@pytest.mark.parametrize("text", ["zip 036xx", "ZIP: 036**", "zip codes 036--"])
def test_masked_digits(text: str) -> None:
    assert _zips(text) == ["036"]


def test_digits_after_a_state() -> None:
    assert _zips("Boise, ID 83702 and Ohio 43004-1234") == ["83702", "43004-1234"]
