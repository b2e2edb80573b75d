#!/bin/sh
# Runs a command with CHROMIUM, NODE and PLAYWRIGHT_NODEJS_PATH set to the browser and the Node.js that
# tooling/setup/test.sh found; a CHROMIUM that is set already stays. Fails with 2 when they are not there (any more).
set -eu
tools=.venv/test-tools
[ -f "$tools" ] || exit 2
while IFS='=' read -r name path; do
    if [ "$name" = CHROMIUM ]; then path=${CHROMIUM:-$path}; fi
    command -v "$path" >/dev/null || exit 2
    export "$name=$path"
done <"$tools"
exec "$@"
