"""Check digits and formats of US health identifiers. All functions take the number with or without its separators."""

from __future__ import annotations

import re

_MBI = re.compile(
    r"^[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y][0-9]"
    r"[AC-HJKMNP-RT-Y]{2}[0-9]{2}$"
)
_VIN_VALUES = dict(
    zip("ABCDEFGHJKLMNPRSTUVWXYZ", (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def compact(number: str) -> str:
    """The letters and digits of a number, in capitals."""
    return re.sub(r"[^0-9A-Za-z]", "", number).upper()


def luhn(digits: str) -> bool:
    """Whether a digit string ends in its Luhn check digit (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return bool(digits) and total % 10 == 0


def is_npi(number: str) -> bool:
    """Whether it is a National Provider Identifier: ten digits that begin with 1 or 2, Luhn over 80840 + number."""
    digits = compact(number)
    return len(digits) == 10 and digits.isdecimal() and digits[0] in "12" and luhn("80840" + digits)


def is_mbi(number: str) -> bool:
    """Whether it has the form of a Medicare Beneficiary Identifier (CMS: eleven places, no S, L, O, I, B, Z)."""
    return bool(_MBI.match(compact(number)))


def is_dea(number: str) -> bool:
    """Whether it is a DEA registration number: two letters, six digits and the check digit they give."""
    text = compact(number)
    if not re.match(r"^[ABCDEFGHJKLMPRSTUX][A-Z9][0-9]{7}$", text):
        return False
    digits = [int(digit) for digit in text[2:]]
    return (digits[0] + digits[2] + digits[4] + 2 * (digits[1] + digits[3] + digits[5])) % 10 == digits[6]


def is_vin(number: str) -> bool:
    """Whether it is a vehicle identification number with the check digit that 49 CFR 565.15 asks for."""
    text = compact(number)
    if len(text) != 17 or re.search(r"[IOQ]", text) or not re.search(r"[0-9]", text):
        return False
    total = sum(
        (int(c) if c.isdecimal() else _VIN_VALUES.get(c, 0)) * w for c, w in zip(text, _VIN_WEIGHTS, strict=True)
    )
    return "0123456789X"[total % 11] == text[8]


def may_be_ssn(number: str) -> bool:
    """Whether nine digits can stand for a Social Security number; sample numbers such as 123-45-6789 count too.

    000, 666 and 9xx areas are left out (9xx is an ITIN, which is as much an identifier but is no SSN), and so are
    the group 00 and the serial 0000.
    """
    digits = compact(number)
    return (
        len(digits) == 9
        and digits.isdecimal()
        and digits[:3] not in ("000", "666")
        and digits[3:5] != "00"
        and digits[5:] != "0000"
        and len(set(digits)) > 1
    )
