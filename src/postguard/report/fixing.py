"""Fixes: puts the words that rules propose into the text, and into files, changing nothing else.

A fix comes from the rule's data (`finding.replacement`), never from the draft. Protected health information is never
fixed by a machine: no PHI finding, and no other finding that touches one.
For the command line: `fixes(source, findings)`, then `applied(source, …)` to show or `fix_file(path, …)` to write.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from postguard.draft.decode import decode
from postguard.draft.span import Span
from postguard.errors import UncheckedError
from postguard.report.finding import Finding

_PLAIN = re.compile(r"#?[^\W_][\w'’. -]*")
_ARTICLE = re.compile(r"\b([Aa]n?)(\s+)\Z")
_VOWEL = re.compile(r"(?!one|once|uni|use|usu|eu|u[st]ens)[aeiou]|hour|honest|heir", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:\A|[.!?:…][\"'”’)]*\s|\n)\W*\Z")
_JOINED_BEFORE, _JOINED_AFTER = frozenset("#@/\\-_.&="), frozenset("@/\\-_=")
_SMALL_WORDS = frozenset("a an the and or of in on at by to for from with who".split())
MASK = "█"


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """Words to put in the place of others."""

    span: Span
    """In code points of the source."""

    text: str


def fixes(source: str, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """What can be mended in a source, in its order.

    Left out: findings without a replacement, suppressed ones, those that touch a PHI finding or an earlier fix, and
    those whose words stand with markup, a line end or a character reference between them.
    """
    every = sorted(findings, key=lambda finding: finding.span)
    protected = [place.span for f in every if f.category == "phi" for place in (f.place, *f.related)]
    chosen: list[Fix] = []
    for finding in every:
        if finding.replacement is None or finding.suppressed is not None or finding.category == "phi":
            continue
        fix = _fix(source, finding.span, finding.replacement)
        if fix is None or any(fix.span.overlaps(span) for span in protected):
            continue
        if chosen and fix.span.start < chosen[-1].span.end:
            continue
        chosen.append(fix)
    return tuple(chosen)


def _fix(source: str, span: Span, replacement: str) -> Fix | None:
    old = source[span.start : span.end]
    if not _PLAIN.fullmatch(old) or not replacement or _is_joined(source, span):
        return None
    new = _cased(old, replacement, bool(_SENTENCE_START.search(source, max(0, span.start - 80), span.start)))
    article = _ARTICLE.search(source, max(0, span.start - 12), span.start)
    if article and bool(_VOWEL.match(old)) != bool(_VOWEL.match(new)):
        word = "an" if _VOWEL.match(new) else "a"
        word = word.capitalize() if article[1][0].isupper() else word
        span, new = Span(article.start(1), span.end), word + article[2] + new
    return None if new == source[span.start : span.end] else Fix(span, new)


def _is_joined(source: str, span: Span) -> bool:
    """Whether the words are part of a longer one: a hashtag, a handle, an address, a compound with a hyphen."""
    before, after = source[max(0, span.start - 1) : span.start], source[span.end : span.end + 1]
    return before in _JOINED_BEFORE or after in _JOINED_AFTER or before.isalnum() or after.isalnum()


def _cased(old: str, new: str, starts_sentence: bool) -> str:
    """The new words with the capitals of the old; words that have capitals of their own keep these."""
    letters = [character for character in old if character.isalpha()]
    first, _, rest = new.partition(" ")
    if any(character.isupper() for character in new):
        is_start = bool(letters) and letters[0].isupper() and starts_sentence and first.islower()
        return f"{first[:1].upper()}{new[1:]}" if is_start else new
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return new.upper()
    if letters and not starts_sentence and all(word[:1].isupper() for word in old.split()):
        return " ".join([first[:1].upper() + first[1:], *map(_titled, rest.split(" "))]).rstrip()
    return new[:1].upper() + new[1:] if letters and letters[0].isupper() else new


def _titled(word: str) -> str:
    """A word of a title that has capitals."""
    return word if word in _SMALL_WORDS else word[:1].upper() + word[1:]


def applied(source: str, chosen: Sequence[Fix]) -> str:
    """The source with the fixes in place; everything outside of them is as it was."""
    parts, at = [], 0
    for fix in sorted(chosen):
        parts += [source[at : fix.span.start], fix.text]
        at = fix.span.end
    return "".join([*parts, source[at:]])


def diff(source: str, chosen: Sequence[Fix], label: str, protected: Iterable[Span] = ()) -> str:
    """A unified diff of what the fixes would change, with protected health information masked; "" for nothing.

    Args:
        source: the draft.
        chosen: the fixes.
        label: the file's name.
        protected: places with protected health information.
    """
    masked = list(source)
    for span in protected:
        for at in range(span.start, span.end):
            if not masked[at].isspace():
                masked[at] = MASK
    before = "".join(masked)
    lines = (before.splitlines(keepends=True), applied(before, chosen).splitlines(keepends=True))
    pieces = difflib.unified_diff(*lines, f"a/{label}", f"b/{label}", n=1)
    return "".join(piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces)


def fix_file(path: str | Path, source: str, chosen: Sequence[Fix]) -> int:
    """Write a file with its fixes, all or nothing; gives the number of fixes.

    The encoding, the byte-order mark, the line ends and the mode stay. A link is followed.

    Args:
        path: the file.
        source: its text as it was checked.
        chosen: the fixes for that text.

    Raises:
        UncheckedError: `changed` when the file is another by now, `unwritable` when it cannot be written.
    """
    if not chosen:
        return 0
    target = Path(path).resolve()
    reason = ""
    try:
        if decode(target.read_bytes(), max_bytes=max(1, 4 * len(source) + 4)) != source:
            raise UncheckedError("changed", "the file has changed since it was checked; it was left as it is")
        _replace(target, applied(source, chosen).encode("utf-8"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
    if reason:
        raise UncheckedError("unwritable", f"the file cannot be written: {reason}")
    return len(chosen)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".postguard")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        shutil.copymode(target, name)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
