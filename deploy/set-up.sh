# Sourced by deploy/run and deploy/test: goes to the repository's root and installs what is missing there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\n== %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs those of the named Debian packages that are not there.
need_packages() {
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    say "Installing ${missing[*]}"
    command -v apt-get >/dev/null || { echo "This needs ${missing[*]}, or the same by another name." >&2; exit 1; }
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# Stops with what to do unless Swift 6.2 or newer is there.
need_swift() {
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
    read -r major minor <<<"${version:-0 0}"
    if [ "$major" -lt 6 ] || { [ "$major" = 6 ] && [ "$minor" -lt 2 ]; }; then
        echo "Linkage needs a Swift toolchain of 6.2 or newer on the PATH (found: ${version:-none}): see swift.org/install." >&2
        exit 1
    fi
}

need_packages ca-certificates git pkg-config g++ libc6-dev libsqlite3-dev librdkafka-dev
need_swift
