#!/bin/sh
# Sets up what the benchmark and the fuzzer need besides the site: exactly what tooling/requirements/bench.txt says.
# Does nothing when that was done before. Run tooling/setup/site.sh first.
set -eu
cd "$(dirname "$0")/../.."
. tooling/setup/common.sh

lock=tooling/requirements/bench.txt
stamp=.venv/bench.stamp

wanted=$(fingerprint "$lock" pyproject.toml tooling/setup/package-lock.json)
if is_stamped "$stamp" "$wanted" && [ -d tooling/setup/node_modules/markdownlint-cli2 ]; then
    exit 0
fi

say "Installing what the benchmark needs ($(grep -c '==' "$lock") packages)"
pip_install --require-hashes --only-binary :all: --no-binary reuse --no-build-isolation -r "$lock"
run_npm tooling/setup ci || stop "Installing JavaScript packages failed. Is there a network, and does npm know of the proxy if there is one?"
echo "$wanted" >"$stamp"
