"""The second reader's model: loaded once, when a view first needs it. Its making: docs/second-reader.md."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from postguard.errors import UncheckedError
from postguard.shipped import rules_folder
from postguard.signals.second_reader.tokens import Tokenizer, Window

_MEND = "reinstall postguard"


@dataclass(frozen=True, slots=True)
class Marks:
    """What the model says of one window, each mark from 0 to 1."""

    whole: dict[str, float]
    """The mark of each outcome: a family such as `phi`, or a kind such as `phi/reply`."""

    places: tuple[dict[str, float], ...]
    """The same for each piece of the window, in order."""


class Model:
    """The network with its vocabulary.

    Args:
        folder: holds card.toml, model.onnx and vocabulary.txt.

    Raises:
        UncheckedError: a file is missing or is not the one that the card names.
    """

    def __init__(self, folder: Path) -> None:
        try:
            card = tomllib.loads((folder / "card.toml").read_text("utf-8"))
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8").splitlines()
            network = (folder / "model.onnx").read_bytes()
        except (OSError, ValueError):
            raise UncheckedError("model", f"the second reader's model cannot be read; {_MEND}") from None
        if hashlib.sha256(network).hexdigest() != card["sha256"]:
            raise UncheckedError("model", f"the second reader's model is not the one that its card names; {_MEND}")
        self.outcomes: tuple[str, ...] = tuple(card["outcomes"])
        self.tokenizer = Tokenizer({piece: number for number, piece in enumerate(vocabulary)})
        self._session = _session(network)

    def read(self, window: Window) -> Marks:
        """What the model says of a window."""
        import numpy as np

        rows = {"pieces": window.pieces, "segments": window.segments, "real": (1,) * len(window.pieces)}
        whole, places = self._session.run(None, {name: np.array([row], dtype=np.int64) for name, row in rows.items()})
        return Marks(self._named(whole[0]), tuple(self._named(piece) for piece in places[0]))

    def _named(self, row: Sequence[float]) -> dict[str, float]:
        return {outcome: round(float(mark), 3) for outcome, mark in zip(self.outcomes, row, strict=True)}


def _session(network: bytes) -> Any:
    """A session that reads in the caller's own thread and says nothing on standard error."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model that comes with postguard.

    Raises:
        UncheckedError: it is missing, or another one.
    """
    return Model(rules_folder() / "second_reader")
