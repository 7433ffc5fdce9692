"""One finding for a compounded drug on a level with a brand: the law's, or the wording's when tone alone runs."""

from __future__ import annotations

import pytest

from postguard import Draft, Linter

TEXT = "Same active ingredient as Ozempic at half the price!"


@pytest.mark.parametrize(("select", "codes"), [(("INC507", "TON311"), ["INC507"]), (("TON311",), ["TON311"])])
def test_one_finding(select: tuple[str, ...], codes: list[str]) -> None:
    assert [finding.code for finding in Linter(select=select).check(Draft(TEXT)).active] == codes
