from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

WORDY = "Come early in order to park.\r\nThank you\r\n"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_bytes(WORDY.encode())
    return path


def test_fix_writes_the_words_and_checks_what_is_left(run: Run, post: Path) -> None:
    done = run("check", "--fix", "--select", "TON519", "--fail-on", "info", post)
    assert done.status == 0
    assert post.read_bytes() == b"Come early to park.\r\nThank you\r\n"
    assert "mended 1 place" in done.err


def test_fix_and_diff_give_the_same_words_of_several_rules(run: Run, post: Path) -> None:
    before = "\ufeffTips for diabetics \u2615\r\nHe committed suicide.\r\nFlu is hard on the elderly."
    after = "\ufeffTips for people with diabetes \u2615\r\nHe died by suicide.\r\nFlu is hard on older adults."
    post.write_bytes(before.encode())
    chosen = ("--select", "TON101,TON141,TON201", "--exit-zero", post)
    shown = run("check", "--diff", *chosen)
    assert post.read_bytes() == before.encode()
    for line in after.removeprefix("\ufeff").split("\r\n"):
        assert f"{line}" in shown.out
    assert run("check", "--fix", *chosen).status == 0
    assert post.read_bytes() == after.encode()


def test_the_chosen_voice_chooses_the_words(run: Run, post: Path) -> None:
    (post.parent / "postguard.toml").write_text('[voice]\nperson-first = { autism = "identity" }\n')
    post.write_text("Quiet hours for people with autism.")
    assert run("check", "--fix", "--select", "TON161", post).status == 0
    assert post.read_text() == "Quiet hours for autistic people."


def test_diff_shows_and_changes_nothing(run: Run, post: Path) -> None:
    done = run("check", "--diff", "--select", "TON519", post)
    assert done.status == 1
    assert "-Come early in order to park." in done.out
    assert "+Come early to park." in done.out
    assert post.read_bytes() == WORDY.encode()
    assert run("check", "--diff", "--exit-zero", "--select", "TON519", post).status == 0


def test_diff_of_standard_input_masks_what_is_protected(run: Run) -> None:
    done = run("check", "--diff", "-", stdin="MRN 48291734. Come in order to park.\n")
    assert "48291734" not in done.out
    assert "Come to park." in done.out


def test_a_missing_file_hides_no_other(run: Run, post: Path) -> None:
    done = run("check", "--fix", "--select", "TON519", post.parent / "none.txt", post)
    assert done.status == 3
    assert post.read_bytes().startswith(b"Come early to park.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fix", "--diff", "post.txt"),
        ("--fix", "--staged"),
        ("--diff", "--input-format", "jsonl", "-"),
        ("--fix", "-"),
    ],
)
def test_what_cannot_be_fixed_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    done = run("check", *arguments)
    assert done.status == 2
    assert "--fix" in done.err or "--diff" in done.err
