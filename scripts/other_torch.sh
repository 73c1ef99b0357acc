#!/usr/bin/env bash
# Runs every snippet with other packages than the pinned ones: `bash scripts/other_torch.sh oldest` takes scripts/packages/oldest.txt.
# What those packages do not allow is skipped; further arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."
list="scripts/packages/${1:?oldest or newest}.txt"
shift
exec uv run --no-project --isolated --with-requirements "$list" python -m pytest snippets/ --max-skips 1000 "$@"
