from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postguard.errors import UncheckedError
from postguard.shipped import rules_folder
from postguard.signals.second_reader.model import Model, shipped

FOLDER = rules_folder() / "second_reader"


def test_every_outcome_has_a_mark_for_the_whole_and_for_each_piece() -> None:
    model = shipped()
    (window,) = model.tokenizer.windows("The tulips are out.")
    marks = model.read(window)
    assert set(marks.whole) == set(model.outcomes)
    assert len(marks.places) == len(window.pieces)
    assert all(0 <= mark <= 1 for row in (marks.whole, *marks.places) for mark in row.values())


def test_the_same_text_gives_the_same_marks() -> None:
    model = shipped()
    (window,) = model.tokenizer.windows("We saw you on Tuesday.", "reply")
    assert model.read(window) == model.read(window)


def test_another_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "second_reader"
    shutil.copytree(FOLDER, folder)
    with (folder / "model.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(UncheckedError, match="not the one that its card names"):
        Model(folder)


@pytest.mark.parametrize("name", ["card.toml", "model.onnx", "vocabulary.txt"])
def test_a_missing_file_says_how_to_mend(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "second_reader"
    shutil.copytree(FOLDER, folder)
    (folder / name).unlink()
    with pytest.raises(UncheckedError, match="reinstall postguard"):
        Model(folder)
