from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.identifiers.contacts import contacts
from postguard.signals.identifiers.labels import numbers


def _found(text: str) -> set[tuple[str, str]]:
    return {(number.kind, text[number.start : number.end]) for number in numbers(text)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("exportMRN00417722 done", "mrn", "00417722"),
        ("filed under mrn 3391 for now", "mrn", "3391"),
        ("Chart no. 22-0198-7", "mrn", "22-0198-7"),
        ("expediente 204417", "mrn", "204417"),
        ("Medicare #QT-118822", "plan", "QT-118822"),
        ("subscriber id: 5520 118 993", "plan", "5520 118 993"),
        ("acct# BL-20441", "account", "BL-20441"),
        ("license plate KTR 4821", "vehicle", "KTR 4821"),
        ("UDI (01)00844588003288(17)141120", "device", "(01)00844588003288(17)141120"),
        ("bed 12 by the window", "room", "12"),
    ],
)
def test_names_a_number(text: str, kind: str, value: str) -> None:
    assert (kind, value) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Medicare open enrollment ends December 7, 2026.",
        "Our plan covers 100% of it.",
        "The policy gives 24 hours notice.",
        "medical records 101: a free class",
        "Claim $2,000 at once",
        "We kept 20,000 records.",
        "Room for 30 guests",
        "Sample letter to Zebra Testperson (record no. 0000000)",
    ],
)
def test_leaves_figures_alone(text: str) -> None:
    assert not _found(text)


@given(st.text())
def test_numbers_lie_within_the_text(text: str) -> None:
    for number in numbers(text):
        assert 0 <= number.start < number.end <= len(text)


def _contacts(text: str, **own: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(number.kind, text[number.start : number.end]) for number in contacts(text, **own)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("her cell is 312-555-0177", "phone", "312-555-0177"),
        ("write to jo.lind+x@mail.example about it", "email", "jo.lind+x@mail.example"),
        ("faxed to (415) 555-0123", "fax", "(415) 555-0123"),
        ("seen from 10.20.30.40 at night", "ip", "10.20.30.40"),
        ("https://portal.example/patient/55120", "url", "https://portal.example/patient/55120"),
        ("wound_front_2026.jpg", "photo", "wound_front_2026.jpg"),
    ],
)
def test_finds_contacts(text: str, kind: str, value: str) -> None:
    assert (kind, value) in _contacts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Call our office at 312-555-0177",
        "Questions? (312) 555-0177",
        "info@clinic.example",
        "Email us at jo@clinic.example",
        "Log in at https://portal.example",
        "version 10.2.1",
    ],
)
def test_leaves_the_organisations_contacts_alone(text: str) -> None:
    assert not _contacts(text)


def test_leaves_configured_contacts_alone() -> None:
    text = "her cell is 312-555-0177, mail jo@clinic.example"
    assert _contacts(text)
    assert not _contacts(text, phones=("+1 (312) 555-0177",), domains=("clinic.example",))
