#!/bin/sh
# Sets up what the benchmark and the fuzzer need besides the site: exactly what tooling/requirements/bench.txt says.
# Does nothing when that was done before. Run tooling/setup/site.sh first.
set -eu
cd "$(dirname "$0")/../.."
. tooling/setup/common.sh

lock=tooling/requirements/bench.txt
stamp=.venv/bench.stamp

wanted=$(fingerprint "$lock" pyproject.toml)
if is_stamped "$stamp" "$wanted"; then
    exit 0
fi

say "Installing what the benchmark needs ($(grep -c '==' "$lock") packages)"
pip_install --require-hashes --only-binary :all: --no-binary reuse --no-build-isolation -r "$lock"
echo "$wanted" >"$stamp"
