#!/usr/bin/env bash
# Builds the package with the recipes into dist/, if its version is the one that the release's tag names: v1.2.3 for 1.2.3.
set -euo pipefail
cd "$(dirname "$0")/.."
tag="${1:?the tag of the release}"
version="$(uv version --short)"
if [ "$tag" != "v$version" ]; then
    echo "build_package.sh: the tag is $tag, pyproject.toml says $version. Set the version, or tag v$version." >&2
    exit 1
fi
rm -rf dist
exec uv build --quiet
