"""`postguard check`: what goes in, what comes out, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import CLEAN, OFFER, Run


def test_finds_and_fails(run: Run, here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    done = run("check", "post.md")
    assert done.status == 1
    assert "post.md:1:" in done.out
    assert "INC101 error" in done.out
    assert done.err == ""


def test_clean_draft_passes(run: Run, here: Path) -> None:
    (here / "post.md").write_text(CLEAN)
    done = run("check", "post.md")
    assert (done.status, done.out) == (0, "1 draft: nothing found\n")


def test_shows_no_words_of_the_draft_by_default(run: Run, here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    assert "friend and" not in run("check", "post.md").out
    assert "friend and" in run("check", "post.md", "--show-source").out


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "warning"), 1),
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--select", "tone"), 0),
        (("--select", "INC"), 1),
        (("--select", "INC101,TON"), 1),
        (("--select", "patient-referral-reward"), 1),
        (("--ignore", "incentive"), 0),
        (("--select", "INC101", "--ignore", "inc101"), 0),
    ],
)
def test_exit_status(run: Run, here: Path, options: tuple[str, ...], status: int) -> None:
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md", *options).status == status


def test_severity_below_the_threshold_passes(run: Run, here: Path) -> None:
    (here / "postguard.toml").write_text('[lint.severity]\nINC101 = "warning"\n')
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md", "--select", "INC101").status == 0
    assert run("check", "post.md", "--select", "INC101", "--fail-on", "warning").status == 1


@pytest.mark.parametrize("selector", ["INC9999", "patient-referal-reward", "incentives"])
def test_unknown_selector_is_a_usage_error_with_the_nearest_names(run: Run, here: Path, selector: str) -> None:
    done = run("check", "post.md", "--select", selector)
    assert done.status == 2
    assert "did you mean" in done.err
    assert done.out == ""


def test_no_paths_is_a_usage_error(run: Run, here: Path) -> None:
    assert run("check").status == 2


def test_unknown_option_and_format_are_usage_errors(run: Run, here: Path) -> None:
    assert run("check", "--nonsense").status == 2
    assert run("check", "post.md", "--output-format", "toml").status == 2
    assert run("check", "post.md", "--kind", "poem").status == 2


def test_standard_input(run: Run, here: Path) -> None:
    done = run("check", "-", stdin=OFFER)
    assert done.status == 1
    assert "<stdin>:1:" in done.out


def test_stdin_filename_tells_format_and_configuration(run: Run, here: Path) -> None:
    (here / "site").mkdir()
    (here / "site" / "postguard.toml").write_text('[lint]\nignore = ["INC101"]\n')
    page = "<p>Refer a friend and get a <b>$50 gift</b> card.</p>"
    plain = run("check", "-", "--stdin-filename", "page.html", "--output-format", "jsonl", stdin=page)
    codes = [finding["code"] for finding in plain.records()[0]["findings"]]
    assert "INC101" in codes
    assert plain.records()[0]["path"] == "page.html"
    nested = run("check", "-", "--stdin-filename", "site/page.html", "--output-format", "jsonl", stdin=page)
    assert "INC101" not in [finding["code"] for finding in nested.records()[0]["findings"]]


def test_nearest_configuration_holds_for_each_file(run: Run, here: Path) -> None:
    (here / "loud").mkdir()
    (here / "quiet" / "deep").mkdir(parents=True)
    (here / "quiet" / "postguard.toml").write_text('[lint]\nselect = ["tone"]\n')
    for folder in ("loud", "quiet/deep"):
        (here / folder / "post.md").write_text(OFFER)
    done = run("check", ".", "--output-format", "jsonl")
    found = {record["path"]: bool(record["findings"]) for record in done.records()}
    assert found == {"loud/post.md": True, "quiet/deep/post.md": False}


def test_pyproject_is_a_configuration(run: Run, here: Path) -> None:
    (here / "pyproject.toml").write_text('[tool.postguard.lint]\nfail-on = "never"\n')
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md").status == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[lint]\nselects = []\n", "lint.selects"),
        ("[lint\n", "not valid TOML"),
        ('[lint]\nselect = ["INC999"]\n', "INC999"),
        ('[organization]\nstates = ["Florida"]\n', "organization.states"),
    ],
)
def test_wrong_configuration_stops_with_status_2(run: Run, here: Path, text: str, words: str) -> None:
    (here / "postguard.toml").write_text(text)
    (here / "post.md").write_text(OFFER)
    done = run("check", "post.md")
    assert done.status == 2
    assert words in done.err


def test_missing_configuration_file(run: Run, here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md", "--config", "none.toml").status == 2


def test_output_file_is_written_whole(run: Run, here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    done = run("check", "post.md", "--output-format", "json", "--output-file", "report.json")
    assert (done.status, done.out) == (1, "")
    report = json.loads((here / "report.json").read_text())
    assert report["files"][0]["findings"]
    assert sorted(path.name for path in here.iterdir()) == ["post.md", "report.json"]


def test_output_file_stays_as_it_was_after_an_error(run: Run, here: Path) -> None:
    (here / "a").mkdir()
    (here / "b").mkdir()
    (here / "a" / "post.md").write_text(OFFER)
    (here / "b" / "post.md").write_text(OFFER)
    (here / "b" / "postguard.toml").write_text("[lint\n")
    (here / "report.txt").write_text("before")
    assert run("check", ".", "--output-file", "report.txt").status == 2
    assert (here / "report.txt").read_text() == "before"
    assert sorted(path.name for path in here.iterdir()) == ["a", "b", "report.txt"]


def test_output_file_that_cannot_be_written(run: Run, here: Path) -> None:
    (here / "post.md").write_text(OFFER)
    assert run("check", "post.md", "--output-file", "none/report.txt").status == 2


def test_in_reply_to_comes_from_a_file(run: Run, here: Path) -> None:
    (here / "review.txt").write_text("Five stars!")
    (here / "reply.txt").write_text(CLEAN)
    assert run("check", "reply.txt", "--kind", "reply", "--in-reply-to", "review.txt").status == 0
    assert run("check", "reply.txt", "--in-reply-to", "none.txt").status == 2


def test_command_options_stand_above_batch_fields(run: Run, here: Path) -> None:
    (here / "postguard.toml").write_text('[lint]\nselect = ["TON404"]\n')
    batch = json.dumps({"id": 1, "text": "Calm down.", "kind": "post"}) + "\n"
    options = ("--input-format", "jsonl", "--output-format", "jsonl", "-")
    assert not run("check", *options, stdin=batch).records()[0]["findings"]
    assert run("check", "--kind", "reply", *options, stdin=batch).records()[0]["findings"]


def test_version_and_help(run: Run) -> None:
    from postguard import __version__

    assert run("--version").out == f"postguard {__version__}\n"
    assert "Exit status" in run("check", "--help").out
    assert "Examples" in run("explain", "--help").out
