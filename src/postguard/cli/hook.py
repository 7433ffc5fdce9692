"""`postguard hook`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from postguard.integrations.hook import Standing

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Check staged drafts before each git commit.")


@app.command()
def install(
    force: Annotated[
        bool, typer.Option("--force", help="Go on where a hook manager or an older copy of a hook is in the way.")
    ] = False,
    uninstall: Annotated[
        bool, typer.Option("--uninstall", help="Take the hook away and put the earlier one back.")
    ] = False,
) -> None:
    """Write the pre-commit hook of this repository; it runs `postguard check --staged`.

    A hook that is there already is kept and runs first.
    """
    from postguard.integrations import hook
    from postguard.integrations.git import find_repository

    repository = find_repository()
    if uninstall:
        _tell_uninstalled(hook.uninstall(repository))
        return
    was = hook.standing(repository)
    now = hook.install(repository, force=force)
    word = "installed" if was.place is None else "already installed" if was.is_current else "updated"
    typer.echo(f"hook {word}: {now.place}")
    _tell_about(now)


@app.command()
def status() -> None:
    """Say whether the hook is installed; exit status 1 when it is not."""
    from postguard.integrations import hook
    from postguard.integrations.git import find_repository

    now = hook.standing(find_repository())
    if now.place is None:
        typer.echo(f"hook not installed in {now.folder}")
        raise typer.Exit(1)
    word = "installed" if now.is_current else "installed, but not for this postguard (run: postguard hook install)"
    typer.echo(f"hook {word}: {now.place}")
    _tell_about(now)


def _tell_about(now: Standing) -> None:
    from postguard.integrations.hook import HOOK

    if now.other:
        order = "runs first" if now.place == now.folder / HOOK else "runs it"
        typer.echo(f"other hook, which {order}: {now.other}")
    if now.is_shared:
        typer.echo("note: core.hooksPath lies outside this repository; other repositories that use it run the hook too")


def _tell_uninstalled(was: Standing) -> None:
    from postguard.integrations.hook import BEFORE

    if was.place is None:
        typer.echo(f"hook not installed in {was.folder}; nothing to take away")
    elif was.other == was.folder / BEFORE:
        typer.echo(f"hook taken away, earlier hook put back: {was.place}")
    else:
        typer.echo(f"hook taken away: {was.place}")
