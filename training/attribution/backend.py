"""The torch network behind the face that the reader calls."""

from __future__ import annotations

from typing import Any

import torch

from model import Reader
from onrecord.reading.relations.decode import Floats
from onrecord.reading.relations.settings import Settings
from onrecord.reading.relations.words import Integers


def settings_of(net: Reader) -> Settings:
    """Decoding settings with the transitions the network has learnt."""
    steps = net.chain.transitions().detach().tolist()
    start = net.chain.start.detach().tolist()
    return Settings(tuple(tuple(row) for row in steps), tuple(start))


class TorchBackend:
    """Runs encoder and heads in torch, without gradients."""

    def __init__(self, net: Reader, bf16: bool = False) -> None:
        self._net, self._bf16 = net, bf16

    def encode(self, pieces: Integers, features: Integers, first: Integers) -> tuple[Any, Floats]:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self._bf16):
            hidden = self._net.encoder(*map(torch.from_numpy, (pieces, features, first)))
            return hidden, self._net.cues(hidden).float().numpy()

    def link(
        self,
        hidden: Any,
        row: Integers,
        place: Integers,
        cue: Integers,
        bucket: Integers,
        relation: Integers,
        real: Integers,
    ) -> tuple[Floats, Floats]:
        arrays = map(torch.from_numpy, (row, place, cue, bucket, relation, real))
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self._bf16):
            tags, valid = self._net.links(hidden, *arrays)
        return tags.numpy(), valid.numpy()
