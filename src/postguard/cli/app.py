"""The `postguard` command."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from postguard import __version__
from postguard.cli import hook
from postguard.cli.check import check
from postguard.cli.config import config
from postguard.cli.explain import explain
from postguard.cli.rules import rules
from postguard.errors import PostguardError, whereabouts

app = typer.Typer(
    name="postguard",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # a traceback with local values would show the draft
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"postguard {__version__}")
        raise typer.Exit


@app.callback()
def _postguard(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Check a healthcare organisation's posts and replies before they are published.

    It looks for protected health information, incentives with kickback risk, and tone that hurts, and says why and what
    to write instead. Nothing leaves this machine.
    """


app.command("check")(check)
app.command("rules")(rules)
app.command("explain")(explain)
app.add_typer(config, name="config")
app.add_typer(hook.app, name="hook")


def main() -> None:
    """Run the command line; every way out has a status of the contract, and no way out shows words of a draft."""
    try:
        app(prog_name="postguard")
    except PostguardError as error:
        sys.stderr.write(f"postguard: {error}\n")
        sys.exit(error.exit_status)
    except BrokenPipeError:  # the reader, such as `head`, has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(3)
    except Exception as error:
        sys.stderr.write(f"postguard: internal error: {whereabouts(error)}\n")
        sys.exit(3)
