#!/bin/sh
# Sets up what the tests need besides the site: Python packages, checks written in JavaScript, and a Chromium.
# Does nothing when that was done before. Run tooling/setup/site.sh first.
set -eu
cd "$(dirname "$0")/../.."
. tooling/setup/common.sh

lock=tooling/requirements/test.txt
stamp=.venv/test.stamp
tools=.venv/test-tools

editor=tooling/setup/editor
wanted=$(fingerprint "$lock" pyproject.toml tooling/setup/package-lock.json "$editor/package-lock.json")
if is_stamped "$stamp" "$wanted" && [ -d tooling/setup/node_modules ] && [ -d "$editor/node_modules" ] &&
    tooling/setup/with-tools.sh true; then
    exit 0
fi

# Only reuse is built from source: it has no package of its own for every Python.
say "Installing what the tests need ($(grep -c '==' "$lock") packages)"
pip_install --require-hashes --only-binary :all: --no-binary reuse --no-build-isolation -r "$lock"

run_npm tooling/setup ci --omit=optional || stop "Installing JavaScript packages failed. Is there a network, and does npm know of the proxy if there is one?"
install_editor "$(node_path)" "$(npm_path)" ||
    stop "Installing the editor failed. Is there a network, and does npm know of the proxy if there is one?"

browser=$(tooling/setup/chromium.sh) || exit 2
# Playwright's own Node.js misses a library on a small Debian (libatomic); ours does not.
node=$(node_path)
printf '%s\n' "CHROMIUM=$browser" "NODE=$node" "PLAYWRIGHT_NODEJS_PATH=$node" >"$tools"
echo "$wanted" >"$stamp"
