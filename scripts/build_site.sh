#!/usr/bin/env bash
# Builds the site into site/, and into the same folder the zip that readers take along.
set -euo pipefail
cd "$(dirname "$0")/.."
zip="torch-by-example.zip"
OFFLINE="$zip" uv run mkdocs build --strict --quiet --site-dir .cache/offline
PACKED="$zip" uv run mkdocs build --strict --quiet --site-dir site
mv "$zip" site/
