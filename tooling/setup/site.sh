#!/bin/sh
# Sets up .venv with what the site needs: exactly what tooling/requirements/site.txt says, and this package itself.
# Does nothing when that was done before. Any other virtual environment is left alone, active or not.
set -eu
cd "$(dirname "$0")/../.."
. tooling/setup/common.sh

lock=tooling/requirements/site.txt
stamp=.venv/site.stamp
home=.venv/home.stamp

# A Python that can make a virtual environment for us: 3.11 or later.
find_python() {
    for candidate in "${PYTHON3:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    return 1
}

# Debian and Ubuntu keep the module that makes virtual environments in a package of its own.
require_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    install_packages "$package" || true
    "$1" -c 'import ensurepip, venv' 2>/dev/null || stop \
        "Python cannot make a virtual environment here: its venv module is missing." \
        "On Debian or Ubuntu, install it and try again: sudo apt install $package"
}

command -v git >/dev/null || stop \
    "git is missing: the dates and the authors of the pages are read from its history." \
    "On Debian or Ubuntu, install it and try again: sudo apt install git"

# The editor in the browser comes from npm. Without npm, or a network, the site is built without it.
set_up_editor() {
    command -v npm >/dev/null || return 0
    install_editor npm || say "The editor could not be installed: the site is built without it. All else works." >&2
}

wanted=$(fingerprint "$lock" pyproject.toml)
if is_stamped "$stamp" "$wanted" && .venv/bin/python -c '' 2>/dev/null; then
    set_up_editor
    exit 0
fi

python=$(find_python) || stop \
    "Python 3.11 or later is missing (found: $(python3 --version 2>&1 || true))." \
    "On Debian 12 or later and Ubuntu 24.04 or later: sudo apt install python3 python3-venv" \
    "With a newer Python elsewhere, name it: make PYTHON3=/path/to/python3 ..."
require_venv "$python"

# A .venv of another folder or of a Python that is gone cannot be mended: it is made anew.
if [ "$(cat "$home" 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    say "Making .venv ($("$python" --version))"
    quietly "$python" -m venv --clear .venv
    pwd >"$home"
fi
say "Installing what the site needs ($(grep -c '==' "$lock") packages)"
pip_install --require-hashes --only-binary :all: -r "$lock"
pip_install --no-deps --no-build-isolation --no-index -e .
echo "$wanted" >"$stamp"
set_up_editor
