"""Writes a trained network as rules/second_reader: `python -m tools.second_reader.export --help`.

Weights are stored as 8-bit whole numbers with a scale for each row and are made floating-point again when the model
is loaded: a quarter of the size, and the same result on every processor, which 8-bit arithmetic does not give.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import Tensor, nn

from tools.second_reader.lessons import OUTCOMES
from tools.second_reader.network import Network, language_model

_LARGE = 4096
"""Weights with fewer numbers stay as they are."""


class Outlet(nn.Module):
    """The network with marks from 0 to 1."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, segments: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Marks of the window and of its pieces."""
        whole, places = self.network(pieces, segments, real)
        return torch.sigmoid(whole), torch.sigmoid(places)


def small(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model with its large weights in 8 bits and a step that restores them."""
    graph = model.graph
    kept, nodes = [], []
    for tensor in graph.initializer:
        weight = numpy_helper.to_array(tensor)
        if weight.dtype != np.float32 or weight.size < _LARGE or weight.ndim != 2:
            kept.append(tensor)
            continue
        axis = int(weight.shape[0] < weight.shape[1])  # one scale for each row of the longer side
        scale = np.maximum(np.abs(weight).max(axis=1 - axis), 1e-8).astype(np.float32) / 127
        whole = np.clip(np.round(weight / np.expand_dims(scale, 1 - axis)), -127, 127).astype(np.int8)
        names = [f"{tensor.name}.{part}" for part in ("whole", "scale", "zero")]
        zero = np.zeros_like(scale, dtype=np.int8)
        kept += [numpy_helper.from_array(v, n) for v, n in zip((whole, scale, zero), names, strict=True)]
        nodes.append(helper.make_node("DequantizeLinear", names, [tensor.name], axis=axis))
    made = helper.make_graph([*nodes, *graph.node], graph.name, graph.input, graph.output, kept)
    return helper.make_model(made, opset_imports=model.opset_import, ir_version=model.ir_version)


def main() -> None:
    """Reads the network, writes model, vocabulary and card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("rules/second_reader"))
    arguments = parser.parse_args()
    network = Network(str(language_model()), len(OUTCOMES))
    network.load_state_dict(torch.load(arguments.network))
    network.eval()
    sample = torch.ones(1, 12, dtype=torch.long)
    arguments.to.mkdir(parents=True, exist_ok=True)
    path = arguments.to / "model.onnx"
    sizes = {name: {0: "batch", 1: "piece"} for name in ("pieces", "segments", "real", "places")} | {
        "whole": {0: "batch"}
    }
    torch.onnx.export(
        Outlet(network), (sample, sample, sample), str(path), dynamo=False, opset_version=17, dynamic_axes=sizes,
        input_names=["pieces", "segments", "real"], output_names=["whole", "places"],
    )  # fmt: skip
    onnx.save(small(onnx.load(str(path))), str(path))
    shutil.copy(language_model() / "vocab.txt", arguments.to / "vocabulary.txt")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    outcomes = ", ".join(f'"{outcome}"' for outcome in OUTCOMES)
    (arguments.to / "card.toml").write_text(f'sha256 = "{digest}"\noutcomes = [{outcomes}]\n', "utf-8")
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
