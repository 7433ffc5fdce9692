"""Bad input: a clear message, status 2 or 3, and every other input still checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import CLEAN, OFFER, Run


def _write(content: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


_LAUGHS = b"---\na: &a [x,x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (97 + i, 97 + i, b",".join([b"*%c" % (96 + i)] * 10)) for i in range(1, 9)
)

CASES: dict[str, tuple[str, Callable[[Path], None], str, str]] = {
    "missing": ("gone.md", lambda path: None, "missing", "no such file"),
    "barren": ("empty", lambda path: path.mkdir(), "no-drafts", "no drafts"),
    "binary": ("post.md", _write(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "binary", "no text"),
    "nul": ("post.md", _write(b"Refer \0 a friend"), "binary", "no text"),
    "latin": ("post.md", _write("Caf\xe9: refer a friend".encode("latin-1")), "not-utf8", "not UTF-8"),
    "empty": ("post.md", _write(b""), "empty", "0 bytes"),
    "huge": ("post.txt", _write(b"All is well today. " * 1_100_000), "too-large", "larger than the limit"),
    "unclosed": ("post.md", _write(b"---\ntitle: Hello\n\nRefer a friend.\n"), "front-matter", "not closed"),
    "laughs": ("post.md", _write(_LAUGHS + b"---\nHello.\n"), "front-matter", "alias"),
    "broken yaml": ("post.md", _write(b"---\ntitle: [a\n---\nHello.\n"), "front-matter", "not valid YAML"),
    "broken toml": ("post.md", _write(b"+++\ntitle = Hello\n+++\nHello.\n"), "front-matter", "not valid TOML (line 2"),
    "not an object": ("batch.jsonl", _write(b"[1]\n"), "not-object", "not a JSON object"),
    "no text": ("batch.jsonl", _write(b'{"id": 1}\n'), "no-text", "no text field"),
}


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("output_format", ["text", "concise", "json", "jsonl"])
def test_is_said_and_hides_nothing(run: Run, here: Path, case: str, output_format: str) -> None:
    name, make, kind, words = CASES[case]
    make(here / name)
    (here / "before.md").write_text(OFFER)
    (here / "z-after.md").write_text(OFFER)
    done = run("check", "before.md", name, "z-after.md", "--output-format", output_format)
    assert done.status == 3
    assert done.err.count(words) == 1
    assert name in done.err
    assert kind in done.out
    assert done.out.count(words) == 1
    assert "before.md" in done.out
    assert "z-after.md" in done.out
    assert done.out.count("INC101") >= 2


def test_deep_html_is_checked_or_said(run: Run, here: Path) -> None:
    (here / "deep.html").write_text("<div>" * 10_000 + OFFER + "</div>" * 10_000)
    (here / "post.md").write_text(OFFER)
    done = run("check", "deep.html", "post.md", "--output-format", "jsonl")
    deep, post = done.records()
    assert post["findings"]
    assert done.status == (3 if deep["errors"] else 1)
    assert deep["findings"] or deep["errors"][0]["kind"] == "too-deep"


def test_limit_comes_from_the_configuration(run: Run, here: Path) -> None:
    (here / "postguard.toml").write_text("[lint]\nmax-bytes = 10\n")
    (here / "post.md").write_text(CLEAN)
    done = run("check", "post.md")
    assert done.status == 3
    assert "limit of 10 bytes" in done.err


def test_standard_input_without_text(run: Run, here: Path) -> None:
    done = run("check", "-")
    assert done.status == 3
    assert "<stdin>" in done.err


def test_exit_zero_does_not_pass_the_unread(run: Run, here: Path) -> None:
    assert run("check", "gone.md", "--exit-zero").status == 3
