"""Finds the rules folder: inside the package of an installed wheel, beside src/ in a checkout."""

from __future__ import annotations

from pathlib import Path

import postguard
from postguard.errors import UsageError


def rules_folder() -> Path:
    """The folder that holds authorities.toml, concepts/ and the rule files.

    Raises:
        UsageError: the installation is incomplete.
    """
    package = Path(postguard.__file__).parent
    for folder in (package / "data", package.parent.parent / "rules"):
        if (folder / "authorities.toml").is_file():
            return folder
    raise UsageError("the rules folder is missing from this installation: reinstall postguard")
