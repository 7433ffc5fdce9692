"""Handles and hashtags that hold a name."""

from __future__ import annotations

import pytest

from postguard.signals.people.tags import tags


@pytest.mark.parametrize(
    "text",
    [
        "#TeamMaria",
        "#MariaStrong",
        "#PrayForAarav",
        "#JusticeForTyrone",
        "#JasmineSmith",
        "@jenny_lopez92",
        "@mariag",
        "@tomas.rivera",
    ],
)
def test_names_somebody(text: str) -> None:
    assert [tag.names for tag in tags(f"Hello {text} there")] == [True]


@pytest.mark.parametrize(
    "text", ["#TeamUSA", "#BostonStrong", "#StaffStrong", "#FluShot", "#TeamCardiology", "@HealthNews", "@city_clinic"]
)
def test_names_nobody(text: str) -> None:
    assert [tag.names for tag in tags(text)] == [False]


def test_address_is_no_handle() -> None:
    assert list(tags("mail maria@example.org or https://example.org/#maria")) == []
