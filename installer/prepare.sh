# Prepares the checkout's own environment. Sourced by ./run and ./test, which set ROOT first.
#
#   .venv/                      the environment; nothing outside the checkout is changed but system packages
#   .venv/prepared-run, -test   written last, so that a set-up that was cut off is seen and done again
#   .venv/libraries-missing     there as long as the system lacks a library
#   build/setup.log             what pip and the package manager said

VENV="$ROOT/.venv"
BUILD="$ROOT/build"
UNFINISHED="$BUILD/setup-unfinished"
SETUP_LOG="$BUILD/setup.log"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_USER=0

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# --- is there anything to do? -------------------------------------------------------------------------

# The fingerprint of everything the environment is made from; one process, because every start asks for it.
fingerprint() {
    local sum=sha256sum
    command -v sha256sum >/dev/null 2>&1 || sum="shasum -a 256"
    printf '%s\n' "$ROOT" | cat - "$ROOT/requirements.txt" "$ROOT/requirements-test.txt" \
        "$ROOT/pyproject.toml" "$ROOT/installer/prepare.sh" "$ROOT/installer/libraries.txt" | $sum
}

# prepared run|test
prepared() {
    local stamp=""
    [ -x "$VENV/bin/python" ] && [ ! -e "$UNFINISHED" ] || return 1
    { read -r stamp < "$VENV/prepared-$1"; } 2>/dev/null
    [ -n "$stamp" ] && [ "$stamp" = "$FINGERPRINT" ]
}

# --- Python -------------------------------------------------------------------------------------------

PYTHON=""

find_python() {
    local name usable=""
    for name in python3.13 python3.12 python3.11 python3.14 python3 python; do
        command -v "$name" >/dev/null 2>&1 || continue
        "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
        [ -n "$usable" ] || usable="$name"
        if "$name" -c 'import venv, ensurepip' >/dev/null 2>&1; then PYTHON="$name"; return; fi
    done
    [ -n "$usable" ] || fail "Numb Companion needs Python 3.11 or newer, and none was found; install one and start again."
    PYTHON="$usable"
}

# Debian and Ubuntu ship the part that makes environments as a package of its own.
complete_python() {
    local version
    "$PYTHON" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
    version="$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    if command -v apt-get >/dev/null 2>&1; then install_packages apt "python$version-venv"; fi
    "$PYTHON" -c 'import venv, ensurepip' >/dev/null 2>&1 ||
        fail "This Python cannot make environments: install its venv module (on Debian and Ubuntu python$version-venv) and start again."
}

# --- system packages ----------------------------------------------------------------------------------

package_manager() {
    local name
    for name in apt-get dnf pacman; do
        if command -v "$name" >/dev/null 2>&1; then printf '%s' "${name%-get}"; return; fi
    done
}

# Sets AS_ROOT, the words to put before a command that needs rights; fails when there is no way to them.
# With QUIET_RIGHTS=yes nobody is ever asked for a password.
AS_ROOT=()
gain_rights() {
    AS_ROOT=()
    [ "$(id -u)" -eq 0 ] && return 0
    command -v sudo >/dev/null 2>&1 || return 1
    if sudo -n true >/dev/null 2>&1; then AS_ROOT=(sudo -n); return 0; fi
    [ "${QUIET_RIGHTS:-no}" = no ] && [ -t 0 ] || return 1
    AS_ROOT=(sudo)
}

with_rights() {
    if [ "${#AS_ROOT[@]}" -eq 0 ]; then "$@"; else "${AS_ROOT[@]}" "$@"; fi
}

# Installs with the package manager $1 the packages $2…; fails when it may not or cannot.
install_packages() {
    local manager="$1" package all=yes
    shift
    gain_rights || return 1
    say "Installing from your system's packages: $*"
    [ "${AS_ROOT[*]:-}" != sudo ] || say "(sudo may ask for your password now; nothing else needs it)"
    case "$manager" in
        apt)
            local get=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300)
            with_rights "${get[@]}" install --no-install-recommends "$@" >> "$SETUP_LOG" 2>&1 < /dev/null && return
            with_rights "${get[@]}" update >> "$SETUP_LOG" 2>&1 < /dev/null
            with_rights "${get[@]}" install --no-install-recommends "$@" >> "$SETUP_LOG" 2>&1 < /dev/null && return
            for package in "$@"; do
                with_rights "${get[@]}" install --no-install-recommends "$package" >> "$SETUP_LOG" 2>&1 < /dev/null || all=no
            done
            [ "$all" = yes ] ;;
        dnf) with_rights dnf install -y --setopt=install_weak_deps=False "$@" >> "$SETUP_LOG" 2>&1 < /dev/null ;;
        pacman) with_rights pacman -S --needed --noconfirm "$@" >> "$SETUP_LOG" 2>&1 < /dev/null ;;
        *) return 1 ;;
    esac
}

# Prints the lines of libraries.txt whose library this system cannot load.
missing_libraries() {
    "$PYTHON" - "$ROOT/installer/libraries.txt" << 'PYTHON'
import ctypes
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    try:
        ctypes.CDLL(line.split()[0])
    except OSError:
        print(line, end="")
PYTHON
}

has_font() {
    if command -v fc-list >/dev/null 2>&1; then [ -n "$(fc-list 2>/dev/null | head -n 1)" ]; return; fi
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) 2>/dev/null | head -n 1)" ]
}

# Succeeds when everything is there afterwards. Where something stays missing, every start looks and says it again.
install_libraries() {
    local manager column font missing packages
    [ "$(uname -s)" = Linux ] || return 0
    manager="$(package_manager)"
    case "$manager" in
        apt) column=2 font=fonts-noto-core ;;
        dnf) column=3 font=google-noto-sans-fonts ;;
        pacman) column=4 font=noto-fonts ;;
        *) column=1 font="a font" ;;
    esac
    missing="$(missing_libraries)"
    packages="$(printf '%s\n' "$missing" | awk -v column="$column" 'NF { print $column }' | sort -u | tr '\n' ' ')"
    has_font || packages="$packages$font"
    packages="${packages% }"
    [ -n "$packages" ] || return 0
    # The list is words without blanks in them.
    # shellcheck disable=SC2086
    if [ -n "$manager" ] && install_packages "$manager" $packages && [ -z "$(missing_libraries)" ] && has_font; then
        return 0
    fi
    say "Missing on this system, and perhaps needed for the window or its sound: $packages"
    return 1
}

# --- the environment ----------------------------------------------------------------------------------

# A checkout that was moved leaves an environment behind whose scripts point to the old place.
make_environment() {
    local place=""
    [ ! -f "$VENV/place" ] || read -r place < "$VENV/place"
    if [ -e "$UNFINISHED" ] || [ -n "$place" -a "$place" != "$ROOT" ] ||
        ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        rm -rf "$VENV"
    fi
    : > "$UNFINISHED"
    [ -d "$VENV" ] && return
    "$PYTHON" -m venv "$VENV" >> "$SETUP_LOG" 2>&1 ||
        fail "The environment in .venv could not be made; build/setup.log says why."
}

# Puts the checkout itself into the environment: importable from anywhere, and startable by name.
link_project() {
    local packages
    packages="$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" || return 1
    printf '%s\n' "$ROOT" > "$packages/numbcompanion-checkout.pth"
    printf '#!/bin/sh\nexec %s -I -m numbcompanion "$@"\n' \
        "'$(printf '%s' "$VENV/bin/python" | sed "s/'/'\\\\''/g")'" > "$VENV/bin/numbcompanion"
    chmod 755 "$VENV/bin/numbcompanion"
    "$VENV/bin/python" -m compileall -q "$ROOT/numbcompanion" "$ROOT/ui" "$ROOT/resources" >/dev/null 2>&1 || :
}

# install_requirements run|test
install_requirements() {
    local file="$ROOT/requirements.txt"
    [ "$1" = run ] || file="$ROOT/requirements-test.txt"
    if "$VENV/bin/python" -m pip install --require-hashes --prefer-binary -r "$file" >> "$SETUP_LOG" 2>&1; then return; fi
    rm -f "$UNFINISHED"
    tail -n 3 "$SETUP_LOG" >&2
    fail "The parts in ${file##*/} could not be installed; build/setup.log has the whole story, and starting again tries again."
}

# Two starts at once: the second waits here, then finds everything done.
LOCK_FOLDER=""
lock_setup() {
    local holder
    if command -v flock >/dev/null 2>&1; then
        exec 9> "$BUILD/setup.lock"
        flock -n 9 && return
        say "Another start is preparing the environment; waiting for it."
        flock 9
        return
    fi
    while ! mkdir "$BUILD/setup.lock.d" 2>/dev/null; do
        holder="$(cat "$BUILD/setup.lock.d/holder" 2>/dev/null)"
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then rm -rf "$BUILD/setup.lock.d"; continue; fi
        sleep 1
    done
    LOCK_FOLDER="$BUILD/setup.lock.d"
    printf '%s\n' $$ > "$LOCK_FOLDER/holder"
    trap 'rm -rf "$LOCK_FOLDER"' EXIT
}

unlock_setup() {
    if [ -n "$LOCK_FOLDER" ]; then rm -rf "$LOCK_FOLDER"; trap - EXIT; else exec 9>&-; fi
}

# prepare run|test: after it returns, .venv is ready. An environment for tests is one for running, too.
prepare() {
    FINGERPRINT="$(fingerprint)"
    FINGERPRINT="${FINGERPRINT%% *}"
    prepared "$1" && [ ! -e "$VENV/libraries-missing" ] && return
    mkdir -p "$BUILD" 2>/dev/null && [ -w "$BUILD" ] && [ -w "$ROOT" ] ||
        fail "The folder $ROOT is not writable, so no environment can be prepared in it."
    lock_setup
    if ! prepared "$1"; then
        : > "$SETUP_LOG"
        find_python
        complete_python
        say "Preparing the environment in .venv; the first time this takes a minute or two."
        make_environment
        install_requirements "$1"
        link_project || fail "The environment in .venv is not writable; remove .venv and start again."
        rm -f "$VENV"/prepared-*
        printf '%s\n' "$ROOT" > "$VENV/place"
        : > "$VENV/libraries-missing"
        [ "$1" = run ] || printf '%s\n' "$FINGERPRINT" > "$VENV/prepared-test"
        printf '%s\n' "$FINGERPRINT" > "$VENV/prepared-run"
        rm -f "$UNFINISHED"
    fi
    if [ -e "$VENV/libraries-missing" ]; then
        PYTHON="$VENV/bin/python"
        install_libraries && rm -f "$VENV/libraries-missing"
    fi
    unlock_setup
}
