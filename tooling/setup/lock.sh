#!/bin/sh
# Writes the lock files from pyproject.toml and package.json: every version and its hashes, for all Pythons from 3.11
# and all platforms, without the address of any registry. One version for all of them where there is one: the site must
# come out alike everywhere. Arguments go to `uv pip compile` (--upgrade).
set -eu
cd "$(dirname "$0")/../.."
. tooling/setup/common.sh

compile() {
    quietly .venv/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
        --generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --group build "$@"
}

compile --output-file tooling/requirements/site.txt "$@"
compile --output-file tooling/requirements/test.txt --extra test --constraint tooling/requirements/site.txt "$@"
compile --output-file tooling/requirements/bench.txt --extra bench --constraint tooling/requirements/site.txt "$@"

for folder in tooling/setup tooling/setup/editor; do
    run_npm "$folder" install --package-lock-only --omit-lockfile-registry-resolved
done
say "Written: tooling/requirements/*.txt, tooling/setup/package-lock.json, tooling/setup/editor/package-lock.json"
