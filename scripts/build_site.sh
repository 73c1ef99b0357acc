#!/usr/bin/env bash
# Builds the site into site/, and into the same folder the zip that readers take along.
set -euo pipefail
cd "$(dirname "$0")/.."
zip="torch-by-example.zip" # unpacks to a folder of that name
DIRECTORY_URLS=false uv run mkdocs build --strict --quiet --site-dir ".cache/offline/${zip%.zip}"
PACKED="$zip" uv run mkdocs build --strict --quiet --site-dir site
uv run python -m zipfile -c "site/$zip" ".cache/offline/${zip%.zip}"
