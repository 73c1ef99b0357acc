#!/usr/bin/env bash
# What will break: `newest` runs every snippet with the newest packages, `nightly` with tomorrow's torch from the index in NIGHTLY_INDEX,
# `links` asks for every address outside the site that a page links to, `plain` runs the quick snippets without the runner and compares,
# `generator` renders the compiled pages with another generator and compares what they say.
# `bare` does what the README says for the examples alone, in an environment that holds nothing else.
# `pip` installs everything as the README says it without uv, builds the site there and runs what is quick.
# `fork` builds the site as another owner's and looks for links that lead to this one.
# `browsers` asks the search of Firefox and of WebKit what Chromium is asked, on a server and from disk.
# `pages` lets axe and Lighthouse judge every page, of which the tests of each day judge some.
# A warning of deprecation is a failure in each snippet.
set -euo pipefail
cd "$(dirname "$0")/.."
case "${1:-}" in
newest) exec bash scripts/other_torch.sh newest ;;
nightly)
    if [ -z "${NIGHTLY_INDEX:-}" ]; then
        echo "look_ahead.sh: NIGHTLY_INDEX is empty. Set it to the index of torch's nightly builds." >&2
        exit 2
    fi
    UV_INDEX="$NIGHTLY_INDEX" UV_PRERELEASE=allow exec bash scripts/other_torch.sh newest
    ;;
links) exec uv run python scripts/external_links.py ;;
generator)
    uv run mkdocs build --quiet --site-dir .cache/generators/mkdocs
    exec uv run --with properdocs==1.6.7 python scripts/other_generator.py .cache/generators/mkdocs
    ;;
fork)
    export REPOSITORY="someone/lessons"
    uv run mkdocs build --strict --quiet --site-dir .cache/fork
    exec uv run python scripts/own_links.py .cache/fork
    ;;
pages)
    bash scripts/prepare.sh
    exec uv run pytest tests/test_quality.py tests/test_offline.py --every-page
    ;;
browsers)
    bash scripts/prepare.sh browsers
    OTHER_BROWSERS=needed exec uv run pytest tests/test_other_browsers.py
    ;;
bare)
    place="$(mktemp -d)"
    trap 'rm -rf "$place"' EXIT
    uv run --no-project python -m venv "$place"
    # shellcheck disable=SC1091
    source "$place/bin/activate"
    bash -euxc "$(sed -n '/^pip install pytest torch$/,/^```$/p' README.md | sed '$d')"
    ;;
pip)
    place="$(mktemp -d)"
    trap 'rm -rf "$place"' EXIT
    uv run --no-project python -m venv "$place"
    # shellcheck disable=SC1091
    source "$place/bin/activate"
    bash -euxc "$(sed -n '/^pip install "pip>=/,/^```$/p' README.md | grep '^pip ')"
    mkdocs build --strict --quiet --site-dir "$place/site"
    pytest tests/test_pages.py tests/recipes snippets/tensors
    ;;
plain) exec uv run python scripts/plain_python.py ;;
*)
    echo "usage: look_ahead.sh newest | nightly | links | bare | pip | plain | generator | fork | pages | browsers" >&2
    exit 2
    ;;
esac
