from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.signals.identifiers.checks import compact, is_dea, is_mbi, is_npi, is_vin, luhn, may_be_ssn


@given(st.text("0123456789", min_size=1, max_size=20))
def test_exactly_one_luhn_digit_fits(digits: str) -> None:
    assert [luhn(digits + str(last)) for last in range(10)].count(True) == 1


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda s: s[0] in "12"))
def test_exactly_one_npi_check_digit_fits(digits: str) -> None:
    assert [is_npi(digits + str(last)) for last in range(10)].count(True) == 1


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("1EG4-TE5-MK73", True),
        ("1eg4te5mk73", True),
        ("1SG4-TE5-MK73", False),
        ("0EG4-TE5-MK73", False),
        ("1EG4-TE5", False),
    ],
)
def test_medicare_form(number: str, holds: bool) -> None:
    assert is_mbi(number) is holds


@pytest.mark.parametrize(("number", "holds"), [("AB1234563", True), ("AB1234564", False), ("1234563", False)])
def test_dea_check_digit(number: str, holds: bool) -> None:
    assert is_dea(number) is holds


@pytest.mark.parametrize(
    ("number", "holds"),
    [("1HGCM82633A004352", True), ("1HGCM82633A004353", False), ("1HGCM82633AOO4352", False), ("1HGCM8263", False)],
)
def test_vin_check_digit(number: str, holds: bool) -> None:
    assert is_vin(number) is holds


@pytest.mark.parametrize(
    ("number", "holds"),
    [
        ("123-45-6789", True),
        ("000-12-3456", False),
        ("666-12-3456", False),
        ("212-00-3456", False),
        ("111111111", False),
    ],
)
def test_social_security_form(number: str, holds: bool) -> None:
    assert may_be_ssn(number) is holds


@given(st.text())
def test_compact_keeps_letters_and_digits_only(text: str) -> None:
    assert set(compact(text)) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
