"""The network: MiniLM-L6 with marks for letters and quotations, a cue head and a link head.

The encoder reads a window once. The link head reads the words again for each cue, cheaply: words
and cue projected to 192 dimensions, how each word stands to the cue, one layer of attention; then
tags {none, source, content} for that cue. Spans and links are thus one decision.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.relations.decode import TAGS
from onrecord.reading.relations.windows import FEATURES
from onrecord.reading.relations.words import LINK_BUCKETS, LINK_RELATIONS

WIDTH, HEADS, LAYERS, INNER, VOCABULARY = 384, 12, 6, 1536, 30522
LINK_WIDTH, LINK_HEADS = 192, 6
NEVER = -1e4


class Layer(nn.Module):
    """One BERT layer (Devlin et al. 2019), post-norm, with queries, keys and values in one matrix."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        rows, length, width = x.shape
        qkv = self.qkv(x).view(rows, length, 3, self.heads, width // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: on these lengths its gradient is cheaper than that of the fused kernel.
        near = torch.matmul(q * (width // self.heads) ** -0.5, k.transpose(2, 3))
        seen = torch.matmul(torch.softmax(near + mask.to(near.dtype), -1).to(v.dtype), v)
        seen = seen.transpose(1, 2).reshape(rows, length, width)
        x = self.norm1(x + self.drop(self.out(seen)))
        hidden: Tensor = self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return hidden


class Encoder(nn.Module):
    """Pieces [B, T] and features [B, T] to hidden states of words [B, W, WIDTH]."""

    def __init__(self, drop: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        # Few passes over the articles: dropout once, at the bottom, is enough and saves time.
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, 0.0) for _ in range(layers))
        self.drop = nn.Dropout(drop)

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1])
        x = self.pieces(pieces) + self.places(places) + self.features(features)
        x = self.drop(self.norm(x))
        mask = ((pieces == 0).to(x.dtype) * NEVER)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))

    def load(self, folder: Path) -> None:
        """Take the weights of a Hugging Face BERT (`model.safetensors`)."""
        old = read_safetensors(folder / "model.safetensors")
        new: dict[str, Tensor] = {
            "pieces.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"],
            # The type of a first sentence is added to every place.
            "norm.weight": old["embeddings.LayerNorm.weight"],
            "norm.bias": old["embeddings.LayerNorm.bias"],
            "features.weight": self.features.weight.data
            + old["embeddings.token_type_embeddings.weight"][0],
        }
        for i in range(len(self.layers)):
            at, to = f"encoder.layer.{i}.", f"layers.{i}."
            for kind in ("weight", "bias"):
                new[f"{to}qkv.{kind}"] = torch.cat(
                    [old[f"{at}attention.self.{k}.{kind}"] for k in ("query", "key", "value")]
                )
                new[f"{to}out.{kind}"] = old[f"{at}attention.output.dense.{kind}"]
                new[f"{to}norm1.{kind}"] = old[f"{at}attention.output.LayerNorm.{kind}"]
                new[f"{to}up.{kind}"] = old[f"{at}intermediate.dense.{kind}"]
                new[f"{to}down.{kind}"] = old[f"{at}output.dense.{kind}"]
                new[f"{to}norm2.{kind}"] = old[f"{at}output.LayerNorm.{kind}"]
        self.load_state_dict(new)


class CueHead(nn.Module):
    """Hidden states to O, B, I scores of cues, and (while training) to plain span tags."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, LINK_WIDTH)
        self.cue = nn.Linear(LINK_WIDTH, 3)
        self.plain = nn.Linear(WIDTH, TAGS)

    def forward(self, hidden: Tensor) -> Tensor:
        scores: Tensor = self.cue(functional.gelu(self.inner(hidden)))
        return scores


class LinkHead(nn.Module):
    """Scores [K, R, TAGS] and one validity logit [K] for K cues with R words in reach.

    `hidden` [B, W, WIDTH]; `row` [K] says which window, `place` [K, R] which of its words; `cue`
    [K, R] is 1 on the cue's words; `bucket`, `relation` [K, R] come from `words.link_features`;
    `real` [K, R] is 1 on words, 0 on padding.
    """

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, LINK_WIDTH)
        self.centre = nn.Linear(WIDTH, 2 * LINK_WIDTH)
        self.bucket = nn.Embedding(LINK_BUCKETS, LINK_WIDTH)
        self.relation = nn.Embedding(LINK_RELATIONS, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.near = nn.Linear(3 * LINK_WIDTH, LINK_WIDTH)
        self.near_norm = nn.LayerNorm(LINK_WIDTH)
        self.layer = Layer(LINK_WIDTH, LINK_HEADS, 2 * LINK_WIDTH, drop)
        self.tags = nn.Linear(LINK_WIDTH, TAGS)
        self.valid1 = nn.Linear(2 * LINK_WIDTH, LINK_WIDTH)
        self.valid2 = nn.Linear(LINK_WIDTH, 1)
        nn.init.normal_(self.bucket.weight, std=0.3)
        nn.init.normal_(self.relation.weight, std=0.3)

    def forward(
        self,
        hidden: Tensor,
        row: Tensor,
        place: Tensor,
        cue: Tensor,
        bucket: Tensor,
        relation: Tensor,
        real: Tensor,
    ) -> tuple[Tensor, Tensor]:
        return self.tag(*self.project(hidden), row, place, cue, bucket, relation, real)

    def project(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Words as a cue's neighbours and as part of a cue: done once a window."""
        return self.word(hidden), self.centre(hidden)

    def tag(
        self,
        words: Tensor,
        centres: Tensor,
        row: Tensor,
        place: Tensor,
        cue: Tensor,
        bucket: Tensor,
        relation: Tensor,
        real: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """What is done once a cue."""
        share = (cue / cue.sum(1, keepdim=True))[:, :, None].to(words.dtype)
        width = words.shape[1]
        flat = row[:, None] * width + place
        words = words.flatten(0, 1)[flat]
        centre = (centres.flatten(0, 1)[flat] * share).sum(1, keepdim=True)
        shift, gate = torch.split(centre, LINK_WIDTH, dim=-1)
        x = words * (1 + gate) + shift + self.bucket(bucket) + self.relation(relation)
        x = self.norm(x)
        zero = torch.zeros_like(x[:, :1])
        beside = torch.cat([torch.cat([zero, x[:, :-1]], 1), x, torch.cat([x[:, 1:], zero], 1)], -1)
        x = self.near_norm(x + functional.gelu(self.near(beside)))
        mask = ((1 - real.to(x.dtype)) * NEVER)[:, None, None, :]
        x = self.layer(x, mask)
        seen = torch.cat([(x * share).sum(1), shift[:, 0]], -1)
        valid = self.valid2(functional.gelu(self.valid1(seen)))[:, 0]
        # A cue's own words are neither its source nor its content.
        barred = cue[:, :, None].float() * torch.tensor([0.0] + [NEVER] * (TAGS - 1))
        return self.tags(x).float() + barred, valid.float()


class Chain(nn.Module):
    """Linear-chain CRF over the tags of one cue; runs begin with B and go on with I."""

    allowed: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.start = nn.Parameter(torch.zeros(TAGS))
        barred = torch.zeros(TAGS, TAGS)
        for inner, before in ((2, (0, 3, 4)), (4, (0, 1, 2))):
            for tag in before:
                barred[tag, inner] = NEVER
        self.register_buffer("allowed", barred)

    def transitions(self) -> Tensor:
        return self.steps + self.allowed

    def loss(self, scores: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        """Negative log likelihood [K] of tags [K, W] where `real` [K, W] is 1 (a prefix)."""
        steps = self.transitions()
        best = scores[:, 0] + self.start
        gold = scores.gather(2, tags[:, :, None])[:, :, 0]
        total = gold[:, 0] + self.start[tags[:, 0]]
        moves = steps[tags[:, :-1], tags[:, 1:]]
        total = total + ((gold[:, 1:] + moves) * real[:, 1:]).sum(1)
        # Unbound once: slicing inside the loop would make a gradient of full size at every word.
        inside = (real > 0)[:, :, None].unbind(1)
        for word, at in enumerate(scores.unbind(1)):
            if word:
                new = torch.logsumexp(best[:, :, None] + steps, 1) + at
                best = torch.where(inside[word], new, best)
        return torch.logsumexp(best, 1) - total


class Reader(nn.Module):
    """All of it."""

    def __init__(self, drop: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder(drop, layers)
        self.cues = CueHead()
        self.links = LinkHead(drop)
        self.chain = Chain()


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The float tensors of a safetensors file: length of the header, JSON header, raw numbers."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        a, b = entry["data_offsets"]
        array = np.frombuffer(raw[8 + size + a : 8 + size + b], "<f4").reshape(entry["shape"])
        found[name] = torch.from_numpy(array.copy())
    return found
