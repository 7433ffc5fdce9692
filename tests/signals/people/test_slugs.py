"""Names in file names and addresses."""

from __future__ import annotations

import pytest

from postguard.signals.people.slugs import hidden_in_path


@pytest.mark.parametrize(
    "path",
    [
        "photos/tyrone-washington-before-after.jpg",
        "/stories/maria_delgado",
        "https://x.example/patients/soojin-park.html",
    ],
)
def test_names_somebody(path: str) -> None:
    assert list(hidden_in_path(path))


@pytest.mark.parametrize(
    "path",
    ["images/nurse-team.jpg", "/doctors/maria-delgado", "https://maria-delgado.example/", "mohs-surgery.png", "/"],
)
def test_names_nobody(path: str) -> None:
    assert not list(hidden_in_path(path))
