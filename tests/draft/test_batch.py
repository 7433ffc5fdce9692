import io
import json
from datetime import date

import pytest

from postguard.draft.batch import BatchError, read_batch
from postguard.draft.interface import Draft


def test_records_become_drafts_in_order():
    full = {
        "id": 7, "text": "b", "kind": "reply", "channel": "x", "audience": "public", "in_reply_to": "r",
        "date": "2025-06-30",
        "published": False, "permissions": ["p"], "path": "a.md", "input_format": "markdown", "other": 1,
    }  # fmt: skip
    lines = "\ufeff" + '{"text": "a\\u2028"}\r\n\n  \n' + json.dumps(full)
    assert list(read_batch(io.BytesIO(lines.encode()))) == [
        Draft("a\u2028"),
        Draft(
            "b",
            "reply",
            "x",
            "public",
            "r",
            date(2025, 6, 30),
            False,
            ("p",),
            path="a.md",
            id=7,
            input_format="markdown",
        ),
    ]


@pytest.mark.parametrize(
    ("line", "kind", "key"),
    [
        (b"{Secret", "not-json", None),
        (b"[1]", "not-object", None),
        (b'"Secret"', "not-object", None),
        (b'{"id": 3}', "no-text", 3),
        (b'{"id": "k", "text": 5}', "bad-field", "k"),
        (b'{"id": "k", "text": null}', "bad-field", "k"),
        (b'{"id": [1], "text": "x"}', "bad-field", None),
        (b'{"id": 1, "text": "x", "kind": "Secret"}', "bad-field", 1),
        (b'{"id": 1, "text": "x", "kind": ["post"]}', "bad-field", 1),
        (b'{"id": 1, "text": "x", "date": "Secret"}', "bad-field", 1),
        (b'{"id": 1, "text": "x", "published": "yes"}', "bad-field", 1),
        (b'{"id": 1, "text": "x", "permissions": "p"}', "bad-field", 1),
        (b'{"id": 1, "text": "x", "channel": 1}', "bad-field", 1),
        (b'{"text": "Secret \xff"}', "not-utf8", None),
        (b"[" * 200_000, "not-json", None),
        (b'{"text": "x", "id": ' + b"9" * 10_000 + b"}", "not-json", None),
        (b'{"text": "' + b"x" * 400_000 + b'"}', "too-large", None),
    ],
)
def test_a_malformed_line_hides_no_other(line, kind, key):
    stream = io.BytesIO(b'{"text": "a"}\n' + line + b'\n{"text": "b"}\n')
    first, error, last = read_batch(stream, max_bytes=300_000)
    assert (first, last) == (Draft("a"), Draft("b"))
    assert isinstance(error, BatchError)
    assert (error.line, error.kind, error.id) == (2, kind, key)
    assert "Secret" not in error.message


def test_it_streams():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            data = b'{"text": "a"}\n'[: len(buffer)]
            buffer[: len(data)] = data
            return len(data)

    assert next(iter(read_batch(io.BufferedReader(Endless())))) == Draft("a")
