"""`postguard config`: show what holds, write a first configuration, give its schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from postguard.errors import UsageError

config = typer.Typer(no_args_is_help=True, help="Show, start or describe the configuration.", rich_markup_mode=None)


@config.command()
def show(
    path: Annotated[Path | None, typer.Argument(help="A draft or folder; else the working folder.")] = None,
    file: Annotated[
        Path | None, typer.Option("--config", metavar="F", help="Show this file instead of the nearest one.")
    ] = None,
) -> None:
    """Show the configuration that holds for a draft, defaults filled in, as JSON."""
    from postguard.policy.config import Config, find_config, read_config

    found = file or find_config(path or Path())
    held = read_config(found) if found else Config()
    table = {"config_file": str(found) if found else None, **held.model_dump(mode="json", by_alias=True)}
    typer.echo(json.dumps(table, ensure_ascii=False, indent=2))


@config.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to write postguard.toml.")] = Path(),
) -> None:
    """Write a commented postguard.toml to start from; an existing one stays."""
    from postguard.policy.template import TEMPLATE

    target = folder / "postguard.toml"
    try:
        with target.open("x", encoding="utf-8") as stream:
            stream.write(TEMPLATE)
    except FileExistsError:
        raise UsageError(f"{target} is already there and stays as it is") from None
    except OSError as error:
        raise UsageError(f"{target}: cannot be written ({error.strerror})") from None
    typer.echo(f"wrote {target}; tell it who you are under [organization], then: postguard check DRAFT")


@config.command()
def schema() -> None:
    """Print the JSON schema of the configuration, for editors."""
    from postguard.policy.config import Config

    typer.echo(
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Config.model_json_schema(by_alias=True),
            indent=2,
        )
    )
