"""A draft to a document: its format, its context, its views."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from postguard.draft.decode import MAX_BYTES, read_path, too_large
from postguard.draft.frontmatter import read_front_matter
from postguard.draft.interface import Document, Draft
from postguard.errors import UncheckedError, UsageError

FORMATS = ("auto", "text", "markdown", "html")
"""What `input_format` of a draft may be."""

_BY_ENDING = {".md": "markdown", ".markdown": "markdown", ".mdx": "markdown", ".html": "html", ".htm": "html"}
ENDINGS = (".md", ".markdown", ".txt", ".html", ".htm")
"""The endings of the files that are drafts when a directory is given."""

_SKIPPED = frozenset(("node_modules", "__pycache__"))
# Half of a surrogate pair (a cut emoji in an export) is no text; each stands for one code point, and so does this.
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def format_of(draft: Draft) -> str:
    """text, markdown or html: as the draft says, else by the ending of its path.

    Raises:
        UsageError: an unknown input format.
    """
    if draft.input_format not in FORMATS:
        raise UsageError(f"input format must be one of {', '.join(FORMATS)}")
    if draft.input_format != "auto":
        return draft.input_format
    ending = Path(draft.path).suffix.lower() if draft.path else ""
    return _BY_ENDING.get(ending, "text")


def read_document(draft: Draft, max_bytes: int = MAX_BYTES) -> Document:
    """Read a draft; what it says of itself in front matter counts where its fields are unset.

    Args:
        draft: the text and what the caller knows of it.
        max_bytes: the size in UTF-8 from which on it is refused.

    Raises:
        UncheckedError: `too-large`, `too-deep` or `front-matter`.
        UsageError: an unknown input format, kind or audience.
    """
    style, given = format_of(draft), draft.context
    source = draft.text
    if not source.isascii() and not _is_unicode(source):
        source = source.translate(_SURROGATES)
    if len(source) > max_bytes or (len(source) * 4 > max_bytes and len(source.encode()) > max_bytes):
        raise too_large(max_bytes)
    start = 1 if source.startswith("\ufeff") else 0
    front = read_front_matter(source, start, strict=style != "text")
    reading = _reader(style)(source, front.end)
    return Document(
        source=source,
        views=(*front.views, *reading.views),
        context=given.over(front.context),
        directives=(*front.directives, *reading.directives),
        front_matter=front.values or {},
        format=style,
        path=draft.path,
        id=draft.id,
    )


def read_file(path: str | Path, max_bytes: int = MAX_BYTES, **known: Any) -> Draft:
    """The draft in a file, with fields of `Draft` that the caller knows (`kind`, `channel`, `input_format`…).

    Raises:
        UncheckedError: the file cannot be read, see `read_path`.
    """
    return replace(Draft(read_path(path, max_bytes), path=str(path)), **known)


def find_drafts(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files to check, sorted within each directory: files as given, directories searched for drafts.

    Hidden folders and files, node_modules and __pycache__ are skipped inside a directory. A file that is missing is
    given back as well: reading it says so, and the others are still checked.

    Raises:
        UncheckedError: `no-drafts`, when a directory has none; raised last, after the files of all paths.
    """
    barren = 0
    for path in map(Path, paths):
        if not path.is_dir():
            yield path
            continue
        found = False
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
            for name in sorted(names):
                if name.lower().endswith(ENDINGS) and not name.startswith("."):
                    found = True
                    yield Path(folder, name)
        barren += not found
    if barren:
        which = "a directory has" if barren == 1 else f"{barren} directories have"
        raise UncheckedError("no-drafts", f"{which} no drafts; drafts end in {', '.join(ENDINGS)}")


def _reader(style: str) -> Any:
    # Imported where needed: plain text needs no parser.
    if style == "markdown":
        from postguard.draft.markdown import read_markdown

        return read_markdown
    if style == "html":
        from postguard.draft.html import read_html

        return read_html
    from postguard.draft.text import read_text

    return read_text


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
