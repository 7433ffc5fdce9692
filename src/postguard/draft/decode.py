"""Bytes to text: strict UTF-8, or a clear word on why a draft cannot be read."""

from __future__ import annotations

from pathlib import Path

from postguard.errors import UncheckedError

MAX_BYTES = 5_000_000
"""The size up to which a draft is read, unless the caller says otherwise."""

_UTF16 = "it is UTF-16 or UTF-32, not UTF-8; save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
_MAGIC = (
    (b"%PDF-", "it is a PDF; check the text it was made from"),
    (b"PK\x03\x04", "it is a zip archive or an office document; save it as text, Markdown or HTML"),
    (b"\xd0\xcf\x11\xe0", "it is an old office document; save it as text, Markdown or HTML"),
    (b"\x89PNG", "it is an image"),
    (b"\xff\xd8\xff", "it is an image"),
    (b"GIF8", "it is an image"),
)
# Control characters that do not occur in text (tab, line ends, form feed and escape do).
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})


def decode(data: bytes, max_bytes: int = MAX_BYTES) -> str:
    """The text of a draft. A byte-order mark stays as its first code point, so that offsets hold.

    Args:
        data: the content of a file, of standard input or of an index entry.
        max_bytes: the size from which on it is refused.

    Raises:
        UncheckedError: `empty`, `too-large`, `binary` or `not-utf8`.
    """
    if len(data) > max_bytes:
        raise too_large(max_bytes)
    if not data or data == b"\xef\xbb\xbf":
        raise UncheckedError("empty", "the draft is empty (0 bytes); nothing was checked")
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise UncheckedError("not-utf8", _UTF16)
    for magic, message in _MAGIC:
        if data.startswith(magic):
            raise UncheckedError("binary", f"this is no text: {message}")
    if b"\0" in data:
        if _looks_utf16(data):
            raise UncheckedError("not-utf8", _UTF16)
        raise UncheckedError("binary", f"this is no text: it has a NUL byte at byte {data.index(0)}")
    if len(data) - len(data.translate(None, _CONTROLS)) > max(8, len(data) // 20):
        raise UncheckedError("binary", "this is no text: more than one byte in twenty is a control character")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            f"it is not UTF-8: byte {error.start} (line {line}) does not fit; save it as UTF-8, "
            "or convert it from its encoding, often Windows-1252 or Latin-1"
        )
    # Raised outside the handler: the decoding error holds the whole draft.
    raise UncheckedError("not-utf8", message)


def read_path(path: str | Path, max_bytes: int = MAX_BYTES) -> str:
    """The text of a file.

    Raises:
        UncheckedError: `missing`, `unreadable`, and what `decode` raises.
    """
    reason = ""
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UncheckedError("missing", "there is no such file") from None
    except IsADirectoryError:
        reason = "it is a directory"
    except PermissionError:
        reason = "permission denied"
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except ValueError:
        reason = "its name is not a valid path"
    if reason:
        raise UncheckedError("unreadable", f"the file cannot be read: {reason}")
    return decode(data, max_bytes)


def too_large(max_bytes: int) -> UncheckedError:
    """The error for a draft above the limit."""
    return UncheckedError(
        "too-large", f"the draft is larger than the limit of {max_bytes:,} bytes; split it or raise the limit"
    )


def _looks_utf16(data: bytes) -> bool:
    """Whether every other byte is mostly NUL, as in western text in UTF-16 without a byte-order mark."""
    sample = data[:1000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) == 0 and max(even, odd) * 2 > len(sample) * 0.8
