#!/usr/bin/env bash
# Runs every snippet on a machine with an NVIDIA GPU that has Python and torch alone, beside pytest and whatever the snippets use (without it
# they are skipped, with the reason), and leaves in one folder what a pull request needs: the record, and as a patch what only a GPU prints.
#     bash scripts/on_a_gpu.sh FOLDER [pytest's arguments]
# A copy of this checkout runs, so nothing here changes. PYTHON names another interpreter than python3. If the patch is not empty, apply it,
# commit, and run once more: the record of that run names the commit that ran. On a machine without a GPU nothing is written.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${1:?the folder for the record and the patch}"
shift
python="${PYTHON:-python3}"
if ! "$python" -c "import sys, torch; sys.exit(not torch.cuda.is_available())"; then
    echo "on_a_gpu.sh: torch sees no GPU here: $("$python" -c "import torch; print(torch.__version__)"). Take a build with CUDA, and look at nvidia-smi." >&2
    exit 1
fi
mkdir -p "$folder"
folder="$(cd "$folder" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
for side in before after; do
    mkdir "$work/$side"
    tar -c --exclude=./.venv --exclude=./build --exclude=./site --exclude=./.cache --exclude=node_modules --exclude="./${folder#"$PWD/"}" . | tar -x -C "$work/$side"
done
rm -rf "$folder/gpu" "$folder/outputs.patch"
status=0
(cd "$work/after" && "$python" -m pytest -p no:cacheprovider "${@:-snippets/}" --update --record "$folder/gpu" --max-skips 10000) || status=$?
(cd "$work" && diff -ruN before/snippets after/snippets; diff -ruN before/docs/figures after/docs/figures) >"$folder/outputs.patch" || true
echo "record: $folder/gpu · what only a GPU prints: $folder/outputs.patch ($(grep -c '^+++' "$folder/outputs.patch" || true) files; apply with patch -p1)"
exit "$status"
