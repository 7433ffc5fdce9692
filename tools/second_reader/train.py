"""Teaches the second reader on the labelled texts: `python -m tools.second_reader.train --help`."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits as logistic_loss

from postguard.signals.second_reader import FAMILIES
from postguard.signals.second_reader.tokens import Tokenizer, Window
from tools.second_reader.figures import line
from tools.second_reader.lessons import OUTCOMES, Lesson, batches, lessons
from tools.second_reader.network import Network, language_model
from tools.second_reader.texts import Labelled, corpus, held, taught

_BATCH = 32
_WARM = 0.08
"""Share of the steps in which the rate rises."""


def tensors(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, segments and what is no padding, each window padded to the longest."""
    longest = max(len(window.pieces) for window in windows)
    pieces, segments, real = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for row, window in enumerate(windows):
        size = len(window.pieces)
        pieces[row, :size] = torch.tensor(window.pieces)
        segments[row, :size] = torch.tensor(window.segments)
        real[row, :size] = 1
    return pieces, segments, real


def loss(network: Network, batch: Sequence[Lesson]) -> Tensor:
    """How wrong the network is on a batch."""
    pieces, segments, real = tensors([lesson.window for lesson in batch])
    whole, places = network(pieces, segments, real)
    targets = torch.tensor([lesson.targets for lesson in batch])
    weights = torch.tensor([lesson.weights for lesson in batch])
    cautious = targets * 0.97 + 0.015  # a label may be wrong
    of_whole = (logistic_loss(whole, cautious, reduction="none") * weights).sum() / weights.sum()
    told = torch.zeros(places.shape[:2])
    for row, lesson in enumerate(batch):
        told[row, list(lesson.told)] = 1.0
    shown = torch.tensor([float(lesson.shown) for lesson in batch])
    counted = (segments * real).unsqueeze(-1) * weights.unsqueeze(1) * shown.view(-1, 1, 1)
    right = told.unsqueeze(-1) * targets.unsqueeze(1)
    of_places = (logistic_loss(places, right, reduction="none") * counted).sum() / counted.sum().clamp(min=1)
    return of_whole + 0.5 * of_places


def marks(network: Network, windows: Sequence[Window]) -> Iterator[Tensor]:
    """Marks from 0 to 1 of each window, in order."""
    network.eval()
    with torch.no_grad():
        for at in range(0, len(windows), 64):
            whole, _ = network(*tensors(windows[at : at + 64]))
            yield from torch.sigmoid(whole)


def score(network: Network, texts: Sequence[Labelled], tokenizer: Tokenizer) -> list[list[float]]:
    """The highest mark of any window, for each text and outcome."""
    cut = [(n, w) for n, text in enumerate(texts) for w in tokenizer.windows(text.text, text.kind, text.answers)]
    cut.sort(key=lambda item: len(item[1].pieces))
    best = [[0.0] * len(OUTCOMES) for _ in texts]
    for (number, _), row in zip(cut, marks(network, [window for _, window in cut]), strict=True):
        best[number] = [max(before, float(now)) for before, now in zip(best[number], row, strict=True)]
    return best


def show(network: Network, sets: Mapping[str, Sequence[Labelled]], tokenizer: Tokenizer) -> None:
    """Prints the figures of texts that are only measured."""
    for name, texts in sets.items():
        column = OUTCOMES.index(name.rpartition("-")[0])
        print(line(name, texts, [row[column] for row in score(network, texts, tokenizer)]), flush=True)


def teach(network: Network, learned: Sequence[Lesson], rounds: int, rate: float) -> Iterator[float]:
    """Goes over the lessons and gives the mean loss after each round."""
    chance = random.Random(0)
    network.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    heads = [*network.whole.parameters(), *network.places.parameters()]
    body = [weights for weights in network.encoder.parameters() if weights.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": rate * 10}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = rounds * -(-len(learned) // _BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (_WARM * steps)) * max(0.02, 1 - step / steps)
    )
    for _ in range(rounds):
        network.train()
        losses = []
        for batch in batches(learned, _BATCH, chance):
            optimizer.zero_grad()
            wrong = loss(network, batch)
            wrong.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(wrong.detach()))
            if len(losses) % 50 == 0:
                print(f"  {len(losses)} batches, loss {sum(losses[-50:]) / 50:.4f}", flush=True)
        yield sum(losses) / len(losses)


def main() -> None:
    """Reads the texts, teaches, measures after each round and saves the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, default=taught(), help="folder of text blocks")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--start", type=Path, help="go on from a saved network")
    parser.add_argument("--save", type=Path, required=True)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    folder = language_model()
    pieces = (folder / "vocab.txt").read_text("utf-8").splitlines()
    tokenizer = Tokenizer({piece: number for number, piece in enumerate(pieces)})
    learned = list(lessons(corpus(arguments.texts), tokenizer))
    network = Network(str(folder), len(OUTCOMES))
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start))
    print(f"{len(learned)} windows, {len(FAMILIES)} families", flush=True)
    begun = time.monotonic()
    for number, wrong in enumerate(teach(network, learned, arguments.rounds, arguments.rate), 1):
        print(f"round {number}: loss {wrong:.4f}, {time.monotonic() - begun:.0f} s", flush=True)
        show(network, held(), tokenizer)
        torch.save(network.state_dict(), arguments.save)


if __name__ == "__main__":
    main()
