#!/bin/sh
# Sets up what the make targets stand on, and is quick where it is there already.
#
#   tools/setup.sh venv DIR    a virtual environment, made with the first Python that is new enough
#   tools/setup.sh site        the system packages of `make site`: fonts for both scripts, cairo
#   tools/setup.sh test        those, Chromium and Graphviz
#
# Each need is probed for itself, whatever package it came with. What is missing is installed with apt
# where that may be done without a question; anywhere else one line says what to run.
set -eu

say() { printf '%s\n' "$*" >&2; }
die() { say "boxwright: $*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# ── apt ──────────────────────────────────────────────────────────────────────────────────────────

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_use_apt() {
    has apt-get && { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 "$@" </dev/null >/dev/null
}

# apt_install WHO PACKAGE...: installs the packages, or ends with the command that does.
apt_install() {
    who=$1; shift
    may_use_apt || die "$who needs more of the system; run: sudo apt-get install $*"
    say "boxwright: installing $*"
    apt update || true      # one broken source of packages need not stop the others
    apt install -y --no-install-recommends "$@" || die "apt-get failed; run: sudo apt-get install $*"
}

# ── Python ───────────────────────────────────────────────────────────────────────────────────────

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {     # a name on the PATH may be a shim with nothing behind it: each is run, not only found
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        if is_new_enough "$name"; then echo "$name"; return; fi
    done
    die "Python 3.11 or newer is needed${PYTHON:+ ($PYTHON is not)}; install it, or name it: make PYTHON=/path/to/python3"
}

make_venv() {
    is_new_enough "$1/bin/python" && return
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then       # Debian packs these apart
        has apt-get || die "$python has no venv module; install it, or name another: make PYTHON=/path/to/python3"
        apt_install "$python" "$(basename "$python")-venv"
    fi
    "$python" -m venv --clear "$1"
}

# ── system packages ──────────────────────────────────────────────────────────────────────────────

is_mac() { [ "$(uname)" = Darwin ]; }       # has fonts for both scripts, and no fontconfig to ask

has_fontconfig() { is_mac || has fc-list; }
has_cjk_font()   { is_mac || { has fc-list && [ -n "$(fc-list :lang=zh-cn family)" ]; }; }
has_mono_font()  { is_mac || { has fc-list && [ -n "$(fc-list :spacing=mono:lang=en family)" ]; }; }
has_font()       { is_mac || { has fc-list && [ -n "$(fc-list "$1" family)" ]; }; }
has_cairo()      { "${VENV:-.venv}/bin/python" -c 'import sys, ctypes.util as u; sys.exit(not u.find_library("cairo"))'; }
has_chromium() {
    for name in "${BOXWRIGHT_CHROMIUM:-chromium}" chromium-browser google-chrome google-chrome-stable; do
        if has "$name"; then return; fi
    done
    return 1
}

has_libatomic() {   # the engine inside Playwright needs it, and a small Debian does not have it
    for node in "${VENV:-.venv}"/lib/python3*/site-packages/playwright/driver/node; do
        if "$node" --version >/dev/null 2>&1; then return; fi
    done
    return 1
}

missing() {         # the Debian names of what is not there
    has_fontconfig || echo fontconfig
    has_cjk_font   || echo fonts-noto-cjk
    has_mono_font  || echo fonts-dejavu-core
    has_cairo      || echo libcairo2
    [ "$1" = test ] || return 0
    has_font "DejaVu Sans Mono" || echo fonts-dejavu-core
    has_font "Liberation Mono"  || echo fonts-liberation
    has_chromium   || echo chromium
    has dot        || echo graphviz
    has_libatomic  || echo libatomic1
}

system_packages() {
    packages=$(missing "$1" | tr '\n' ' ')
    [ -n "$packages" ] || return 0
    has apt-get || die "make $1 needs what Debian calls: ${packages% }; install these with your system's package manager"
    apt_install "make $1" $packages
    packages=$(missing "$1" | tr '\n' ' ')
    [ -z "$packages" ] || die "still missing after the install: ${packages% }"
}

case ${1:-} in
    venv)      make_venv "$2" ;;
    site|test) system_packages "$1" ;;
    *)         die "usage: tools/setup.sh venv DIR | site | test" ;;
esac
