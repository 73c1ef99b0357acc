#!/usr/bin/env bash
# Opens the issue "Will break" with the address of a run, or adds the address to the one that is open. Needs `gh` and its token.
set -euo pipefail
run="${1:?the address of the run}"
title="Will break: newest packages, torch's nightly build or an outside link"
number="$(gh issue list --state open --search "in:title \"$title\"" --json number --jq '.[0].number // empty')"
if [ -n "$number" ]; then
    gh issue comment "$number" --body "Again: $run"
else
    gh issue create --title "$title" --body "The weekly look ahead has failed. Which part and where: $run"
fi
