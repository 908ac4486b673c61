"""Train the reader: python train.py --out DIRECTORY [--epochs 6]. Resumes from its own checkpoint.

One cycle of AdamW, lower layers learn slower, bfloat16 where the processor has it. After each epoch
dev is scored with the code that reads at run time; the best network by joint F1 is kept.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from augment import augment
from backend import TorchBackend, settings_of
from data import Document, Example, batches, document, examples, rows
from evaluate import score_documents
from torch import Tensor
from torch.nn import functional

from model import Reader
from onrecord.reading.relations import decode
from onrecord.reading.relations.candidates import links
from onrecord.reading.relations.pieces import Pieces
from onrecord.reading.relations.windows import stack
from onrecord.reading.relations.words import Integers

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "attribution"
Batch = dict[str, Tensor]


def batch_of(group: list[Example]) -> Batch:
    """Windows as tensors, targets padded with -100."""
    pieces, features, first = stack([e.window for e in group])
    cue = np.full(first.shape, -100, np.int64)
    plain = np.full(first.shape, -100, np.int64)
    for row, example in enumerate(group):
        cue[row, : len(example.cue)] = example.cue
        plain[row, : len(example.plain)] = example.plain
    arrays = {"pieces": pieces, "features": features, "first": first, "cue": cue, "plain": plain}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def pairs(group: list[Example], scores: Tensor, most: int) -> tuple[list[Any], list[Any]]:
    """Cues to link: every gold one, and wrong ones that the cue head believes in at the moment.

    A guess that overlaps a gold cue learns that cue's tags; any other guess learns that it is none.
    """
    right, wrong = [], []
    guesses = scores.detach().float().numpy()
    for row, example in enumerate(group):
        gold = dict(example.links)
        right += [(row, cue, tag, 1.0) for cue, tag in gold.items()]
        window = example.window
        count, core = window.end - window.start, window.core - window.start
        found = decode.cue_candidates(guesses[row, :count], core, 0.08)
        found.sort(key=lambda f: -f[1])
        for guess, _ in found[: len(gold) + most]:
            if guess in gold:
                continue
            near = [t for (a, b), t in gold.items() if a < guess[1] and guess[0] < b]
            if near:
                tag = near[0].copy()
                tag[guess[0] : guess[1]] = 0
                right.append((row, guess, tag, 1.0))
            else:
                wrong.append((row, guess, None, 0.0))
    return right, wrong


def cross_entropy(scores: Tensor, tags: Tensor) -> Tensor:
    """Sum over the words that have a tag."""
    return functional.cross_entropy(
        scores.flatten(0, 1), tags.flatten(), ignore_index=-100, reduction="sum"
    )


def loss_of(net: Reader, group: list[Example], bf16: bool) -> tuple[Tensor, dict[str, float]]:
    """Negative log likelihood per gold relation of a batch, and its parts."""
    batch = batch_of(group)
    count = sum(len(e.links) for e in group) + 1
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        hidden = net.encoder(batch["pieces"], batch["features"], batch["first"])
        scores = net.cues(hidden).float()
        plain = net.cues.plain(hidden).float()
    cue_loss = cross_entropy(scores, batch["cue"]) / count
    plain_loss = cross_entropy(plain, batch["plain"]) / count
    parts = {"cue": cue_loss.item(), "plain": plain_loss.item()}
    loss: Tensor = cue_loss + 0.15 * plain_loss
    right, wrong = pairs(group, scores, 1)
    chosen = right + wrong
    if not chosen:
        return loss, parts
    made = []
    for row, (a, b), _, _ in chosen:
        example = group[row]
        at = example.window.start
        made.append((example.words, [(example.window, (a + at, b + at))]))
    shapes = [links(words, cue) for words, cue in made]
    width = max(array[0].shape[1] for _, array in shapes)
    arrays = np.zeros((5, len(chosen), width), np.int64)
    tags = np.zeros((len(chosen), width), np.int64)
    for k, (row, _, tag, _) in enumerate(chosen):
        (((low, high),), own), at = shapes[k], group[row].window.start
        for array, part in zip(arrays, own, strict=True):
            array[k, : high - low] = part[0]
        if tag is not None:
            tags[k, : high - low] = opened(tag[low - at : high - at])
    tensors = [torch.from_numpy(a) for a in arrays]
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        link, valid = net.links(hidden, torch.tensor([c[0] for c in chosen]), *tensors)
    truth = torch.tensor([c[3] for c in chosen])
    valid_loss = functional.binary_cross_entropy_with_logits(valid, truth, reduction="sum") / count
    loss = loss + valid_loss
    parts["valid"] = valid_loss.item()
    if right:
        n = len(right)
        chain = net.chain.loss(link[:n], torch.from_numpy(tags[:n]), tensors[4][:n].float())
        chain_loss = chain.sum() / count
        loss = loss + chain_loss
        parts["chain"] = chain_loss.item()
    return loss, parts


def opened(tags: Integers) -> Integers:
    """The same tags where every run begins with its B, also one whose beginning was cut off."""
    made = tags.copy()
    for inner in (decode.SOURCE_I, decode.CONTENT_I):
        before = np.concatenate([[decode.NONE], tags[:-1]])
        made[(tags == inner) & (before != inner) & (before != inner - 1)] = inner - 1
    return made


def optimiser(net: Reader, rate: float, heads: float, decay: float) -> torch.optim.AdamW:
    """AdamW; each layer of the encoder learns `decay` times as fast as the one above it."""
    groups = [{"params": [*net.cues.parameters(), *net.links.parameters()], "lr": heads}]
    groups.append({"params": list(net.chain.parameters()), "lr": heads * 5})
    layers = list(net.encoder.layers)
    for depth, layer in enumerate(reversed(layers)):
        groups.append({"params": list(layer.parameters()), "lr": rate * decay**depth})
    low = rate * decay ** len(layers)
    # Word pieces keep their place: half of the weights, no gain on dev, a slower step.
    net.encoder.pieces.requires_grad_(False)
    base = [net.encoder.places, net.encoder.norm]
    groups.append({"params": [p for m in base for p in m.parameters()], "lr": low})
    groups.append({"params": list(net.encoder.features.parameters()), "lr": rate})
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))


def epoch_examples(
    docs: list[Document], pieces: Pieces, chance: random.Random, rate: float, apart: float
) -> list[Example]:
    """New windows for each epoch: other sizes, other context, other changes to the text."""
    made = []
    for doc in docs:
        new = augment(doc, chance, rate)
        new.pieces = pieces(new.words.strings)
        size = chance.choice((192, 192, 160, 128))
        made += [
            # Of windows that hold no relation a third is enough.
            example
            for example in examples(new, size, chance.choice((0, 16, 32)), chance.random() < apart)
            if example.links or chance.random() < 0.33
        ]
    return made


def main() -> None:
    """Train, score, keep the best."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--base", type=Path, required=True, help="folder of MiniLM-L6")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--bench", type=Path, default=BENCH)
    ask.add_argument("--start", type=Path, help="begin with the network of an earlier run")
    ask.add_argument("--epochs", type=int, default=6)
    ask.add_argument("--minutes", type=float, default=1e6, help="end the cycle after so long")
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--heads", type=float, default=1e-3)
    ask.add_argument("--decay", type=float, default=0.9)
    ask.add_argument("--augment", type=float, default=0.5)
    ask.add_argument(
        "--apart",
        type=float,
        default=0.5,
        help="share of articles whose paragraphs stand alone, as they do at run time",
    )
    ask.add_argument("--articles", type=int, default=10**6)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--seed", type=int, default=7)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    bf16 = bool(getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)())
    print(f"bfloat16: {bf16}", flush=True)
    pieces = Pieces(args.base / "tokenizer.json")
    docs = [document(r) for r in rows(args.bench / "polnear_train.jsonl")[: args.articles]]
    dev = rows(args.bench / "polnear_dev.jsonl")
    net = Reader()
    net.encoder.load(args.base)
    if args.start:
        net.load_state_dict(torch.load(args.start))
    steps = (
        args.epochs
        * len(epoch_examples(docs, pieces, random.Random(0), 0.0, args.apart))
        // args.batch
    )
    best_score, step, first_epoch = -1.0, 0, 0
    adam = optimiser(net, args.rate, args.heads, args.decay)
    rates = [g["lr"] for g in adam.param_groups]
    spent = 0.0
    resume = args.out / "last.pt"
    if resume.exists():
        kept = torch.load(resume)
        net.load_state_dict(kept["net"])
        adam.load_state_dict(kept["adam"])
        step, first_epoch, best_score = kept["step"], kept["epoch"] + 1, kept["best"]
        spent = kept["spent"]
    began = time.time() - spent
    for epoch in range(first_epoch, args.epochs):
        chance = random.Random(args.seed * 1000 + epoch)
        begun = time.time()
        net.train()
        sums: dict[str, float] = {}
        for group in batches(
            epoch_examples(docs, pieces, chance, args.augment, args.apart), args.batch, chance
        ):
            loss, parts = loss_of(net, group, bf16)
            spent = time.time() - began
            done = max(step / steps, spent / (60 * args.minutes))
            if done >= 1:
                break
            for part, rate in zip(adam.param_groups, rates, strict=True):
                part["lr"] = rate * min((done + 0.002) / 0.06, (1 - done) / 0.94)
            adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]  # torch has no types here
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            adam.step()
            step += 1
            for name, value in parts.items():
                sums[name] = sums.get(name, 0.0) * 0.98 + value * 0.02
            if step % 25 == 0:
                shown = " ".join(f"{k} {v:.2f}" for k, v in sums.items())
                print(f"{step}/{steps} {time.time() - begun:.0f}s {shown}", flush=True)
        net.eval()
        settings, result = score_documents(
            dev, pieces, TorchBackend(net, bf16), settings_of(net).changed(apart=True, context=0)
        )
        row = {"epoch": epoch, "seconds": round(time.time() - begun), **result}
        print(json.dumps(row), flush=True)
        with (args.out / "scores.jsonl").open("a") as log:
            log.write(json.dumps(row) + "\n")
        if result["joint"] > best_score:
            best_score = result["joint"]
            torch.save(net.state_dict(), args.out / "best.pt")
            settings.save(args.out / "settings.json")
        state = {
            "net": net.state_dict(),
            "adam": adam.state_dict(),
            "step": step,
            "epoch": epoch,
            "best": best_score,
            "spent": spent,
        }
        torch.save(state, args.out / "last.new")
        (args.out / "last.new").replace(resume)
        if spent >= 60 * args.minutes:
            break


if __name__ == "__main__":
    main()
