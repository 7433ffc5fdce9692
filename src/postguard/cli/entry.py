"""Where the `postguard` program starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, see `postguard.cli.app`.

    The git hook runs at every commit, and most commits hold no draft: then it ends here, before even the command line
    is loaded (typer takes pydantic with it, half a second).
    """
    if sys.argv[1:] == ["check", "--staged"] and _is_nothing_staged():
        return
    from postguard.cli.app import main as run

    run()


def _is_nothing_staged() -> bool:
    from postguard.errors import PostguardError
    from postguard.integrations.git import find_repository, staged_entries

    try:
        return not staged_entries(find_repository())
    except PostguardError:
        return False  # the command line meets it again, and says it in its way
