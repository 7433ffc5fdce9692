"""Trust: no network, no words of a draft where they do not belong, nothing heavy before it is needed."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest

from postguard import Draft, Linter, Rule
from postguard.cli.app import main
from postguard.draft.source import read_document
from postguard.errors import UncheckedError
from postguard.report.redaction import Redacted
from postguard.rules.loader import load

BOOK = load()
NAME, SSN, MRN = "Xochitl Wojtkowiak", "219-09-9142", "77430918"
BORN, PHONE, MAIL = "07/28/1963", "646-773-9182", "zquwlx@wqarblzk.org"
CANARIES = (NAME, SSN, MRN, BORN, PHONE, "zquwlx", "wqarblzk")
STORY = (
    f"Thank you {NAME} (SSN {SSN}, MRN: {MRN}, DOB {BORN}, {PHONE}, {MAIL})! "
    "So glad your root canal with us went well. Refer a friend and get a $50 gift card, Xochitl Wojtkowiak. "
    "Crazy prices!!"
)
DRAFTS = {
    "post.txt": STORY,
    "post.md": f"---\ntitle: {STORY.split('!')[0]!r}\n---\n# {NAME}\n\n{STORY}\n\n"
    f"![{NAME}](img/{MRN}.png)\n<!-- {SSN} -->\n",
    "page.html": f"<title>{NAME}</title><p>{STORY}</p><img alt='{NAME} {BORN}' src='x.png'><!-- {SSN} -->",
    "batch.jsonl": json.dumps({"id": 1, "text": STORY, "kind": "reply", "in_reply_to": f"I am {NAME}"}) + "\n",
    "ignored.md": f"<!-- postguard: ignore[{SSN}] {NAME} -->\n{STORY}\n",
}
BAD = {
    "unclosed.md": f"---\ntitle: {STORY}\n\n{NAME}",
    "broken.md": f"---\ntitle: [{NAME}, {SSN}\nother: '{MAIL}\n---\n{STORY}",
    "setting.md": f"---\npostguard:\n  kind: {NAME}\n  '{SSN}': {MRN}\n---\n{STORY}",
    "ignore.md": f"---\npostguard:\n  ignore: [[{NAME}, {SSN}]]\n---\n{STORY}",
    "bad.jsonl": f'{{"text": "{NAME} {SSN}"\n["{NAME}"]\n{{"id": 1, "text": 5, "x": "{NAME}"}}\n'
    f'{{"id": 2, "text": "x", "kind": "{NAME}"}}\n{{"id": 3, "text": "x", "date": "{BORN}"}}\n',
}
LATIN = STORY.encode() + b" \xe9"
FORMATS = ("text", "concise", "json", "jsonl")


def _leaks(output: str) -> list[str]:
    """Each piece of four characters of a canary that an output holds."""
    pieces = {canary[at : at + 4] for canary in CANARIES for at in range(len(canary) - 3)}
    return sorted(piece for piece in pieces if piece in output)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("postguard.linter.load", lambda extra=(): BOOK)
    for name, text in {**DRAFTS, **BAD}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "latin.md").write_bytes(LATIN)
    (tmp_path / "binary.md").write_bytes(STORY.encode() + b"\0")
    return tmp_path


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str, stdin: str = "") -> int:
    monkeypatch.setattr(sys, "argv", ["postguard", *arguments])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
    with pytest.raises(SystemExit) as stop:
        main()
    sys.stdout.flush()
    return int(stop.value.code or 0)


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_output_holds_a_word_of_a_draft(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], output_format: str
) -> None:
    names = [*DRAFTS, *BAD, "latin.md", "binary.md"]
    status = _run(monkeypatch, "check", *names, "--output-format", output_format, "--select", "ALL")
    out, err = capfd.readouterr()
    assert status == 3
    assert all(name in out for name in names)
    assert all(name in err for name in [*BAD, "latin.md", "binary.md"])
    assert "INC101" in out
    assert _leaks(out) == []
    assert _leaks(err) == []
    _run(monkeypatch, "check", *names, "--output-format", output_format, "--output-file", "report")
    assert _leaks((folder / "report").read_text(encoding="utf-8")) == []
    assert _leaks("".join(capfd.readouterr())) == []


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("select", [(), ("--select", "INC,TON")])
def test_shown_source_masks_all_that_a_phi_rule_marks(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    output_format: str,
    select: tuple[str, ...],
) -> None:
    names = ["post.txt", "post.md", "page.html"]
    options = ("--show-source", "--output-format", output_format)
    _run(monkeypatch, "check", "--kind", "reply", *names, *options, *select)
    out, err = capfd.readouterr()
    linter = Linter(rulebook=BOOK)
    marked = 0
    for name in names:
        seen = linter.examine(Draft(DRAFTS[name], path=name, kind="reply"))
        for span, _ in seen.protected:
            words = [word.strip("()!,.<>'") for word in seen.source[span.start : span.end].split()]
            secret = [word for word in words if len(word) > 3 and any(canary.find(word) >= 0 for canary in CANARIES)]
            marked += len(secret)
            assert not [word for word in secret if word in out + err]
    assert marked
    if output_format == "text":
        assert "[PHI" in out


def test_machine_formats_never_show_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for output_format in ("json", "jsonl"):
        _run(monkeypatch, "check", "post.txt", "--show-source", "--output-format", output_format)
        out, _ = capfd.readouterr()
        assert "gift card, " not in out
        assert _leaks(out) == []


def test_an_unexpected_error_is_told_by_its_kind_and_place_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Rule, reading: Any, *others: Any) -> Any:
        raise ValueError(reading.view.text)

    monkeypatch.setattr(Rule, "matches", fail)
    report = Linter(rulebook=BOOK).check(STORY)
    (error,) = report.errors
    assert error.kind == "internal"
    assert "ValueError at test_trust.py:" in error.message
    assert report.findings == ()
    for output_format in FORMATS:
        assert _run(monkeypatch, "check", "post.txt", "--output-format", output_format) == 3
        assert _leaks("".join(capfd.readouterr())) == []


def test_an_error_outside_a_check_is_told_the_same_way(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*arguments: Any) -> Any:
        raise RuntimeError(STORY)

    monkeypatch.setattr("postguard.cli.run.Redacted", fail)
    assert _run(monkeypatch, "check", "post.txt", "--show-source") == 3
    out, err = capfd.readouterr()
    assert "internal error: RuntimeError at test_trust.py:" in err
    assert "Traceback" not in err
    assert _leaks(out + err) == []


@pytest.mark.parametrize("name", [name for name in BAD if name.endswith(".md")])
def test_no_traceback_holds_a_word_of_a_draft(name: str) -> None:
    with pytest.raises(UncheckedError) as error:
        read_document(Draft(BAD[name], path=name))
    text = "".join(traceback.format_exception(error.value)) + repr(error.value)
    assert _leaks(text) == []


def test_an_examination_does_not_print_the_draft() -> None:
    seen = Linter(rulebook=BOOK).examine(Draft(STORY, kind="reply"))
    assert _leaks(repr(seen)) == []
    assert _leaks(repr(Redacted(seen.source, seen.protected))) == []


def test_the_whole_pipeline_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def refuse(*arguments: Any, **options: Any) -> Any:
        tried.append("socket")
        raise OSError("no network in this test")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    linter = Linter(select=("ALL",), rulebook=BOOK)
    for name, text in DRAFTS.items():
        report = linter.check(Draft(text, path=name, kind="reply", in_reply_to=f"Write to me: {MAIL}"))
        assert report.errors == ()
        assert report.findings
    assert tried == []


_ALONE = """
import socket, sys
import spacy  # takes urllib3 with it, which binds a local socket to see whether IPv6 works; nothing is sent
tried = []
def refuse(*arguments, **options):
    tried.append(arguments)
    raise OSError("no network in this test")
class Refused(socket.socket):
    __init__ = refuse
socket.socket = Refused
for name in ("create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
from postguard import Draft, Linter
from postguard.policy.config import Config
spacy.load(Config().model)
linter = Linter(select=("ALL",))
text = sys.stdin.read()
for kind in ("post", "reply"):
    report = linter.check(Draft(text, kind=kind, in_reply_to="Write to me: someone@example.org"))
    assert report.findings and not report.errors, report.errors
assert not tried, "a socket was opened"
"""


def test_a_process_of_its_own_with_the_language_model_opens_no_socket() -> None:
    done = subprocess.run([sys.executable, "-c", _ALONE], input=STORY, text=True, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr[-600:]


HEAVY = ("spacy", "presidio_analyzer", "pydantic", "thinc", "tldextract", "ahocorasick_rs", "re2", "rich")


@pytest.mark.parametrize(
    "program",
    [
        "import postguard",
        "import postguard; postguard.Draft('x'); postguard.Severity, postguard.Finding",
        "import sys; sys.argv = ['postguard', '--version']\nfrom postguard.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n",
        "import sys; sys.argv = ['postguard', '--help']\nfrom postguard.cli.entry import main\n"
        "try:\n    main()\nexcept SystemExit as stop:\n    assert not stop.code\n",
    ],
    ids=["import", "names", "version", "help"],
)
def test_nothing_heavy_is_imported(program: str) -> None:
    check = f"\nimport sys\nassert not (found := set({HEAVY!r}) & set(sys.modules)), found"
    done = subprocess.run([sys.executable, "-c", program + check], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr[-400:]
