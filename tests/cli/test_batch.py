"""The JSON-lines batch: the contract that other programs and the scorer rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from .conftest import CLEAN, OFFER, Run

_OPTIONS = ("check", "--input-format", "jsonl", "--output-format", "jsonl")
_FIELDS = {
    "code": str, "name": str, "category": str, "severity": str, "confidence": str, "message": str, "start": int,
    "end": int, "line": int, "column": int, "end_line": int, "end_column": int, "scope": str, "related": list,
    "authorities": list, "suggestion": str, "fingerprint": str,
}  # fmt: skip


def _line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_records_come_back_in_order_with_every_field(run: Run, here: Path) -> None:
    batch = _line(id="b", text=OFFER) + _line(id=7, text=CLEAN) + "\n" + _line(text=OFFER)
    done = run(*_OPTIONS, "--exit-zero", "-", stdin=batch)
    assert done.status == 0
    first, second, third = done.records()
    assert [first["id"], second["id"], third["id"]] == ["b", 7, None]
    assert second["findings"] == []
    assert set(first) >= {"schema_version", "id", "path", "errors", "findings"}
    finding = next(finding for finding in first["findings"] if finding["code"] == "INC101")
    assert {name: type(finding[name]) for name in _FIELDS} == _FIELDS
    assert finding["suppressed"] is None
    assert set(finding["related"][0]) >= {"start", "end", "line", "column", "note"}
    assert set(finding["authorities"][0]) >= {"key", "citation", "open"}


def test_offsets_count_code_points(run: Run, here: Path) -> None:
    text = "🦷 é\r\nRefer a friend and get a $50 gift card."
    finding = run(*_OPTIONS, "--select", "INC101", "-", stdin=_line(text=text)).records()[0]["findings"][0]
    places = [finding, *finding["related"]]
    words = [text[place["start"] : place["end"]] for place in [*places] if "end" in place]
    assert any("Refer" in word for word in words)
    assert finding["line"] == 2
    assert finding["column"] == finding["start"] - text.index("\n")


def test_malformed_line_hides_no_other(run: Run, here: Path) -> None:
    batch = _line(id=1, text=OFFER) + "[1]\n" + '{"id": 3}\n' + "{broken\n" + _line(id=5, text=OFFER)
    done = run(*_OPTIONS, "-", stdin=batch)
    assert done.status == 3
    records = done.records()
    assert [bool(record["findings"]) for record in records] == [True, False, False, False, True]
    kinds = [[(error["kind"], error["line"]) for error in record["errors"]] for record in records]
    assert kinds == [[], [("not-object", 2)], [("no-text", 3)], [("not-json", 4)], []]
    assert records[2]["id"] == 3
    assert done.err.count("not checked") == 3
    assert run(*_OPTIONS, "--exit-zero", "-", stdin=batch).status == 3


def test_a_batch_streams(here: Path) -> None:
    """The first report comes before the second record is written."""
    command = [sys.executable, "-m", "postguard", *_OPTIONS, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            process.stdin.write(_line(id=number, text=OFFER))
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(60) == 1


def test_batch_files_are_known_by_their_ending(run: Run, here: Path) -> None:
    (here / "replies.jsonl").write_text(_line(id="x", text=OFFER))
    (here / "post.md").write_text(CLEAN)
    done = run("check", "replies.jsonl", "post.md", "none.jsonl", "--output-format", "jsonl")
    assert done.status == 3
    assert [(r["path"], r["id"], bool(r["findings"])) for r in done.records()] == [
        ("replies.jsonl", "x", True),
        ("post.md", None, False),
        ("none.jsonl", None, False),
    ]
    assert "replies.jsonl[x]:1:" in run("check", "replies.jsonl").out


def test_replies_of_a_batch_are_compared(run: Run, here: Path) -> None:
    thanks = "Thank you for the drawing of our old elevator, it hangs beside the new one as of today."
    batch = _line(id=1, text=thanks, kind="reply") + _line(
        id=2, text=thanks.replace("today.", "today 🙂"), kind="reply"
    )
    done = run(*_OPTIONS, "--select", "TON417", "-", stdin=batch)
    assert done.status == 0
    assert [[finding["code"] for finding in record["findings"]] for record in done.records()] == [[], ["TON417"]]
