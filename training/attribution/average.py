"""Average the weights of several trained readers (model soups; Wortsman et al. 2022), and score.

python average.py --base DIRECTORY --out DIRECTORY RUN/best.pt RUN/best.pt ...

Runs that began from one network lie in one basin: their mean reads better than each of them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from backend import TorchBackend, settings_of
from data import rows
from evaluate import score_documents
from torch import Tensor
from train import BENCH

from model import Reader
from onrecord.reading.relations.pieces import Pieces


def average(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor; what counts rather than weighs is taken from the first."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if first.is_floating_point()
        else first
        for name, first in states[0].items()
    }


def main() -> None:
    """Command line."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("networks", type=Path, nargs="+")
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--bench", type=Path, default=BENCH)
    args = ask.parse_args()
    net = Reader()
    net.load_state_dict(average([torch.load(path) for path in args.networks]))
    net.eval()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), args.out / "best.pt")
    settings, result = score_documents(
        rows(args.bench / "polnear_dev.jsonl"),
        Pieces(args.base / "tokenizer.json"),
        TorchBackend(net, False),
        settings_of(net).changed(apart=True, context=0),
    )
    settings.save(args.out / "settings.json")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
