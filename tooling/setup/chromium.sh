#!/bin/sh
# Prints the path of a Chromium for the browser tests: the one that CHROMIUM names, one already there, Debian's package
# where the user may install it, or Playwright's own download. What happens meanwhile is said on standard error.
set -eu
. tooling/setup/common.sh

works() {
    [ -n "$1" ] && command -v "$1" >/dev/null && "$1" --version >/dev/null 2>&1
}

found() {
    command -v "$1"
    exit 0
}

try_known_names() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if works "$name"; then found "$name"; fi
    done
}

if [ -n "${CHROMIUM:-}" ]; then
    works "$CHROMIUM" || stop "CHROMIUM names $CHROMIUM, which does not run."
    found "$CHROMIUM"
fi
try_known_names
# Ubuntu's package is only a pointer to a snap, which does not run everywhere: Debian's alone is of use.
if grep -qx 'ID=debian' /etc/os-release 2>/dev/null && install_packages chromium >&2; then
    try_known_names
fi

say "Fetching a Chromium (Playwright)" >&2
PLAYWRIGHT_NODEJS_PATH=$(node_path)
export PLAYWRIGHT_NODEJS_PATH
with_deps=
if command -v apt-get >/dev/null && root_prefix >/dev/null; then with_deps=--with-deps; fi
quietly .venv/bin/python -m playwright install $with_deps chromium || true
downloaded=$(.venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
') || true
if works "$downloaded"; then found "$downloaded"; fi
stop "The browser tests need a Chromium, and none could be found or fetched." \
    "On Debian, install it and try again: sudo apt install chromium" \
    "Or name one: make test CHROMIUM=/path/to/chromium"
