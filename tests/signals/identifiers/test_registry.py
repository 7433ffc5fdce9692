from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_socket import disable_socket, enable_socket

from postguard.draft.interface import Context
from postguard.draft.view import View
from postguard.signals.identifiers import Identifiers
from postguard.signals.identifiers.labels import KINDS
from postguard.signals.identifiers.registry import OWN, PRESIDIO_KINDS, identify, own_finders, registry
from postguard.signals.reading import Reading


@pytest.fixture(autouse=True)
def _no_network():
    disable_socket()
    yield
    enable_socket()


def _entities() -> set[str]:
    return {entity for recognizer in registry().recognizers for entity in recognizer.supported_entities}


def _found(text: str, **own: tuple[str, ...]) -> set[tuple[str, str]]:
    return {(number.kind, text[number.start : number.end]) for number in identify(text, **own)}


def test_holds_our_own_recognizers() -> None:
    assert {f"{OWN}{kind.upper()}" for kind in own_finders()} <= _entities()
    assert set(own_finders()) > KINDS
    names = {str(recognizer.id).partition("_")[0] for recognizer in registry().recognizers}
    assert {"PostguardMrnRecognizer", "PostguardVehicleRecognizer", "PostguardRoomRecognizer"} <= names


def test_holds_the_health_recognizers_of_presidio() -> None:
    theirs = {entity for entity in _entities() if not entity.startswith(OWN)}
    assert theirs == set(PRESIDIO_KINDS)


@pytest.mark.parametrize(
    "noisy", ["US_DRIVER_LICENSE", "US_BANK_NUMBER", "PERSON", "DATE_TIME", "URL", "NRP", "LOCATION"]
)
def test_leaves_the_noisy_ones_out(noisy: str) -> None:
    assert noisy not in _entities()


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Medicare 1EG4-TE5-MK73 on file", "plan", "1EG4-TE5-MK73"),
        ("the NPI 1234567893 of the surgeon", "provider", "1234567893"),
        ("healthcare claim no 993817264", "claim", "993817264"),
        ("claim CLM-5538104", "claim", "CLM-5538104"),
        ("preauthorization PA-2204481 is done", "claim", "PA-2204481"),
        ("Rx 88120447 is ready", "prescription", "88120447"),
        ("referral INF-551048", "claim", "INF-551048"),
        ("his passport A12345678", "licence", "A12345678"),
        ("ITIN 912-70-1234", "ssn", "912-70-1234"),
        ("rendering provider tin 12-3456789", "provider", "12-3456789"),
        ("sent to jane.roe@mail-host.com today", "email", "jane.roe@mail-host.com"),
        ("sent to josé@correo.com today", "email", "josé@correo.com"),
        ("text him on 3125550177", "phone", "3125550177"),
        ("MRN: 00482913", "mrn", "00482913"),
        ("DOB 03/14/1961", "birthdate", "03/14/1961"),
    ],
)
def test_finds(text: str, kind: str, value: str) -> None:
    assert (kind, value) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "We served 123456789 meals",
        "PMID 31452104 in the journal",
        "Our tax ID is on the receipt",
        "Order 66 of 2026",
        "write to info@clinic.com",
        "member benefits start 2026-01-01",
        "mary@nowhere.invalidsuffix",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert not {kind for kind, _ in _found(text)} - {"email"}
    assert "@clinic" not in str(_found(text))


def test_ours_win_where_both_find_a_number() -> None:
    text = "claim number 993817264"
    places = [(number.kind, number.start) for number in identify(text)]
    assert places == [("claim", text.index("9"))]


def test_leaves_configured_contacts_alone() -> None:
    text = "his cell is 3125550177, mail josé@correo.com"
    assert {"phone", "email"} <= {kind for kind, _ in _found(text)}
    assert not _found(text, phones=("+1 312 555 0177",), domains=("correo.com",))


def test_the_pipeline_asks_it_for_what_plain_code_leaves_open() -> None:
    def signals(text: str) -> set[str]:
        return {signal.concept for signal in Identifiers().extract(Reading(View("prose", text, ()), Context(), ()))}

    assert signals("her claim, CLM-5538104, was denied") == {"identifier.claim"}
    assert signals("reach her: josé@correo.com") == {"identifier.email"}


@given(st.text(alphabet="0123456789-@. abcRx", max_size=60))
@settings(max_examples=60, deadline=None)
def test_numbers_lie_within_the_text(text: str) -> None:
    for number in identify(text):
        assert 0 <= number.start < number.end <= len(text)


def test_plain_numbers_import_no_presidio() -> None:
    code = (
        "import sys; from postguard import Linter\n"
        "Linter().check('MRN: 00482913, cell 312-555-0177, jo.lind@mail.example, seen March 3, 2026.')\n"
        "sys.exit('presidio_analyzer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
