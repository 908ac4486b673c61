"""Export a trained reader: two int8 ONNX graphs, settings and tokenizer.

python export.py --run DIRECTORY --base DIRECTORY --out DIRECTORY [--float]

Matrices are quantised per column (dynamic: activations are quantised as they come); the table of
word pieces is kept as int8 with one scale a row.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from model import Reader
from onrecord.reading.relations.settings import Settings


class Table(nn.Module):
    """An embedding table in int8, one scale a row."""

    numbers: Tensor
    scales: Tensor

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scales = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("numbers", torch.round(weight / scales).to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor) -> Tensor:
        return self.numbers[ids].float() * self.scales[ids]


class EncoderGraph(nn.Module):
    """Windows to words and centres for the link graph, and cue scores."""

    def __init__(self, net: Reader) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, pieces: Tensor, features: Tensor, first: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        hidden = self.net.encoder(pieces, features, first)
        words, centres = self.net.links.project(hidden)
        return words, centres, self.net.cues(hidden)


class LinkGraph(nn.Module):
    """Cues and their reaches to tag scores and validity."""

    def __init__(self, net: Reader) -> None:
        super().__init__()
        self.links = net.links

    def forward(self, *arrays: Tensor) -> tuple[Tensor, Tensor]:
        tags, valid = self.links.tag(*arrays)
        return tags, valid


ENCODER_IN = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "features")} | {
    "first": {0: "windows", 1: "words"}
}
LINK_IN = {name: {0: "windows", 1: "words"} for name in ("words", "centres")} | {
    "row": {0: "cues"},
    **{n: {0: "cues", 1: "reach"} for n in ("place", "cue", "bucket", "relation", "real")},
}


def write(
    module: nn.Module,
    arrays: tuple[Tensor, ...],
    names: dict[str, dict[int, str]],
    outputs: dict[str, dict[int, str]],
    path: Path,
    int8: bool,
) -> None:
    """One graph, quantised on the way if asked."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]  # it has none
    from onnxruntime.quantization.shape_inference import quant_pre_process  # type: ignore[import-untyped]

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            module,
            arrays,
            str(plain),
            input_names=list(names),
            output_names=list(outputs),
            dynamic_axes={**names, **outputs},
            opset_version=17,
            dynamo=False,
        )
        if not int8:
            shutil.copy(plain, path)
            return
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(path),
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )


def export(run: Path, base: Path, out: Path, int8: bool = True) -> None:
    """Write encoder.onnx, links.onnx, settings.json and tokenizer.json into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    net = Reader()
    net.load_state_dict(torch.load(run / "best.pt"))
    net.eval()
    if int8:
        table: Any = Table(net.encoder.pieces.weight.data)
        net.encoder.pieces = table
    windows, pieces, words, cues, reach = 2, 12, 9, 3, 5
    ids = torch.randint(5, 99, (windows, pieces))
    first = torch.arange(1, words + 1).repeat(windows, 1)
    write(
        EncoderGraph(net),
        (ids, ids % 20, first),
        ENCODER_IN,
        {n: {0: "windows", 1: "words"} for n in ("words_out", "centres_out", "cues")},
        out / "encoder.onnx",
        int8,
    )
    place = torch.arange(reach).repeat(cues, 1)
    ones = torch.ones_like(place)
    cue = (place == 1).long()
    hidden = torch.randn(windows, words, 384)
    projected = net.links.project(hidden)
    write(
        LinkGraph(net),
        (*projected, torch.tensor([0, 1, 1]), place, cue, place, ones, ones),
        LINK_IN,
        {"tags": {0: "cues", 1: "reach"}, "valid": {0: "cues"}},
        out / "links.onnx",
        int8,
    )
    # Windows one by one: padding costs more than batches gain on one core.
    Settings.load(run / "settings.json").changed(batch=1).save(out / "settings.json")
    shutil.copy(base / "tokenizer.json", out / "tokenizer.json")


def main() -> None:
    """Command line."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--run", type=Path, required=True)
    ask.add_argument("--base", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--float", action="store_true")
    args = ask.parse_args()
    export(args.run, args.base, args.out, not args.float)
    for path in sorted(args.out.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()
