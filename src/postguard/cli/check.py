"""`postguard check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from postguard.draft.interface import Audience, Draft, Kind
from postguard.errors import UsageError
from postguard.report.formats import FOR_PEOPLE, FORMATS

if TYPE_CHECKING:
    from postguard.cli.inputs import Input

InputFormat = Literal["auto", "text", "markdown", "html", "jsonl"]
FailOn = Literal["error", "warning", "info", "never"]
STDIN = "<stdin>"


def _known_format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}")
    return name


def _formats(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            help="Drafts: files, folders, or - for standard input.", metavar="[PATHS]...", show_default=False
        ),
    ] = None,
    staged: Annotated[
        bool, typer.Option("--staged", help="Check the drafts staged in git, as they would be committed.")
    ] = False,
    kind: Annotated[Kind | None, typer.Option(help="What the draft is.")] = None,
    channel: Annotated[str | None, typer.Option(help="Where it goes, such as x or google_business.")] = None,
    audience: Annotated[Audience | None, typer.Option(help="Who reads it.")] = None,
    in_reply_to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File with the review or comment that the draft answers.")
    ] = None,
    stdin_filename: Annotated[
        str | None,
        typer.Option(metavar="F", help="Name of the draft on standard input; tells format and configuration."),
    ] = None,
    input_format: Annotated[
        InputFormat, typer.Option(help="How to read the drafts; auto goes by the ending.")
    ] = "auto",
    output_format: Annotated[
        str,
        typer.Option(
            callback=_known_format,
            autocompletion=_formats,
            metavar=f"[{'|'.join(FORMATS)}]",
            help="How to show findings.",
        ),
    ] = "text",
    output_file: Annotated[
        Path | None, typer.Option(metavar="F", help="Write the report here instead of standard output.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="RULES", help="Run only these: codes, prefixes, names or categories, comma-separated."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULES", help="Leave these rules out.")] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Lowest severity that gives exit status 1.", show_default="error")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 although something was found.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the words that rules propose into the files, then check; never PHI.")
    ] = False,
    show_diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="F", help="Configuration file; else the nearest one above each draft.")
    ] = None,
    show_source: Annotated[
        bool, typer.Option("--show-source", help="Show the lines found, protected health information masked.")
    ] = False,
) -> None:
    r"""Check drafts before they are published.

    \b
    Examples:
      postguard check post.md
      postguard check --kind reply --in-reply-to review.txt reply.txt
      echo "Refer a friend, get $50!" | postguard check -
      postguard check --select phi --fail-on warning drafts/
      postguard check --staged
      postguard check --input-format jsonl --output-format jsonl - < batch.jsonl

    \b
    Exit status: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or
    configuration; 3 something could not be checked.
    """
    if fix or show_diff:
        _refuse_fixes(fix, show_diff, staged, paths or [], input_format)
    if staged:
        if paths:
            raise UsageError("--staged takes the drafts from git; leave the paths out")
        if input_format == "jsonl":
            raise UsageError("--staged checks drafts, not batches; leave --input-format jsonl out")
        if not output_file and output_format in FOR_PEOPLE and not _is_anything_staged():
            return  # at once, before anything is loaded
    from postguard.cli.linters import Linters
    from postguard.cli.run import Wishes, run

    linters = Linters(config, words(select), words(ignore))
    fields = _fields(kind, channel, audience, in_reply_to, input_format)
    max_bytes = linters.config.lint.max_bytes
    total = None
    if staged:
        places, inputs = _staged(fields, max_bytes)
    else:
        places, inputs, total = _inputs(paths or [], stdin_filename, input_format, fields, max_bytes)
    linters.prepare(places)
    if show_diff:
        from postguard.cli.fixes import show_differences

        raise typer.Exit(show_differences(inputs, linters, exit_zero=exit_zero))
    if fix:
        from postguard.cli.fixes import mended

        inputs = mended(inputs, linters)
    wishes = Wishes(output_format, output_file, fail_on, exit_zero, show_source)
    raise typer.Exit(run(inputs, linters, wishes, total))


def _refuse_fixes(fix: bool, show_diff: bool, staged: bool, paths: list[str], input_format: str) -> None:
    if fix and show_diff:
        raise UsageError("--fix changes files and --diff does not; give one of them")
    option = "--fix" if fix else "--diff"
    if staged or input_format == "jsonl":
        raise UsageError(f"{option} works on files, not on staged drafts or batches")
    if fix and "-" in paths:
        raise UsageError("--fix works on files; to see what it would change in standard input use --diff")


def words(values: list[str] | None) -> tuple[str, ...]:
    """The selectors of an option that may be given several times, each with commas."""
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())


def _fields(
    kind: str | None, channel: str | None, audience: str | None, in_reply_to: Path | None, input_format: str
) -> dict[str, Any]:
    from postguard.draft.decode import read_path
    from postguard.errors import UncheckedError

    fields: dict[str, Any] = {"kind": kind, "channel": channel, "audience": audience}
    if in_reply_to is not None:
        try:
            fields["in_reply_to"] = read_path(in_reply_to)
        except UncheckedError as error:
            raise UsageError(f"--in-reply-to {in_reply_to}: {error.message}") from None
    if input_format not in ("auto", "jsonl"):
        fields["input_format"] = input_format
    return {name: value for name, value in fields.items() if value is not None}


def _inputs(
    paths: list[str], stdin_filename: str | None, input_format: str, fields: dict[str, Any], max_bytes: int
) -> tuple[list[str | None], Iterator[Input], int | None]:
    """Where the drafts are, what to check, and how many drafts that are when it is known beforehand."""
    from postguard.cli import inputs

    known = inputs.Known(fields, max_bytes)
    if not paths:
        raise UsageError("no drafts given: name files or folders, or - for standard input (postguard check --help)")
    if "-" in paths and len(paths) > 1:
        raise UsageError("- (standard input) cannot be mixed with paths")
    if paths == ["-"]:
        name = stdin_filename or STDIN
        reader = inputs.from_batch if input_format == "jsonl" else inputs.from_stream
        return [name], reader(sys.stdin.buffer, name, known), None
    if input_format == "jsonl":
        return [*paths], inputs.from_batches(paths, known), None
    files = inputs.listed(paths)
    return (
        [str(file) if isinstance(file, Path) else file.path for file in files],
        inputs.from_files(files, known),
        len(files),
    )


def _is_anything_staged() -> bool:
    from postguard.integrations.git import find_repository, staged_entries

    return bool(staged_entries(find_repository()))


def _staged(fields: dict[str, Any], max_bytes: int) -> tuple[list[str | None], Iterator[Input]]:
    """Where the staged drafts are, and the drafts."""
    from postguard.cli.inputs import Known
    from postguard.integrations.git import find_repository, staged_drafts, staged_entries

    known = Known(fields, max_bytes)
    repository = find_repository()
    places: list[str | None] = [str(entry.path) for entry in staged_entries(repository)]
    drafts = staged_drafts(repository, max_bytes)
    return places, (known.over(draft) if isinstance(draft, Draft) else draft for draft in drafts)
