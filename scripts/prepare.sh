#!/usr/bin/env bash
# Installs what the tests of the site need beside Python packages: a browser, Korean fonts, what judges the pages, what draws diagrams.
# With `browsers` also Firefox and WebKit, for tests/test_other_browsers.py.
set -euo pipefail
cd "$(dirname "$0")/.."
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
if ! command -v chromium >/dev/null || ! fc-list :lang=ko 2>/dev/null | grep -q .; then
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-cjk >/dev/null
fi
for folder in tests/web scripts; do
    uv run npm install --silent --no-package-lock --no-audit --no-fund --prefix "$folder"
done
if [ "${1:-}" = browsers ] && ! { command -v firefox-esr firefox | grep -q . && command -v WebKitWebDriver xvfb-run >/dev/null; }; then
    $sudo apt-get update -qq
    firefox="$(apt-cache show firefox-esr >/dev/null 2>&1 && echo firefox-esr || echo firefox)"
    $sudo apt-get install -y -qq --no-install-recommends "$firefox" webkit2gtk-driver xvfb xauth >/dev/null
fi
