"""Finds the data that postguard brings along: inside the package of an installed wheel, beside src/ in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from postguard.errors import UsageError


@cache
def rules_folder() -> Path:
    """The folder that holds authorities.toml, the rule files, the lists and the second reader's model.

    Raises:
        UsageError: the installation is incomplete.
    """
    package = Path(__file__).parent
    for folder in (package / "data", package.parent.parent / "rules"):
        if (folder / "authorities.toml").is_file():
            return folder
    raise UsageError("the rules folder is missing from this installation: reinstall postguard")
