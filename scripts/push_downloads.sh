#!/usr/bin/env bash
# Replaces the branch gh-pages of REMOTE by one commit that holds the given folder.
set -euo pipefail
folder="${1:?the folder to push}"
: "${REMOTE:?the repository to push to}"
commit="$(git rev-parse HEAD)"
cd "$folder"
git init --quiet --initial-branch gh-pages
git add --all
git -c user.name=publish -c user.email=publish@localhost commit --quiet --message "Downloads of $commit"
git push --quiet --force "$REMOTE" gh-pages
