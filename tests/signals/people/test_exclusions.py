"""Towns, festivals and words of other languages that look like names; and names that look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

People = Callable[..., list[tuple[str, str, str]]]
NOBODY = {"place", "organization", "eponym"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Happy Mardi Gras! Flu shots and chemo classes for our patients.", "post"),
        ("Our Rockland office is treating patients again after surgery.", "post"),
        ("We treat cancer patients in Rockland. Rockland, we have missed you!", "post"),
        ("Nos alegra que se sienta mejor después de su cirugía.", "reply"),
        ("Gracias, nos alegra que el tratamiento fue un éxito.", "reply"),
    ],
)
def test_nobody_is_named(people: People, text: str, kind: str) -> None:
    assert {role for role, _, _ in people(text, kind=kind)} <= NOBODY


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Congrats to Florence, who finished chemo with us today!", "Florence", "post"),
        ("Thank you Rockland, glad your crown feels better.", "Rockland", "reply"),
        ("Our patient Marion, 64, rang the bell after chemo at our office in Marion.", "Marion", "post"),
        ("Thank you, Alegra! Glad the crown feels better.", "Alegra", "reply"),
    ],
)
def test_a_person_with_the_name_of_a_town_or_a_word(people: People, text: str, name: str, kind: str) -> None:
    assert ("patient", name) in {(role, found) for role, found, _ in people(text, kind=kind)}
