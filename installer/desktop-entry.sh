#!/usr/bin/env bash
# Put the companion of this checkout into the menu of a Linux desktop, or take it out again with --remove.
set -eu
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
DATA="${XDG_DATA_HOME:-$HOME/.local/share}"
ENTRY="$DATA/applications/numb-companion.desktop"
ICON="$DATA/icons/hicolor/scalable/apps/numb-companion.svg"

if [ "${1:-}" = --remove ]; then
    rm -f "$ENTRY" "$ICON"
    exit 0
fi

# The quoting of the Desktop Entry Specification: inside double quotes a backslash before " ` $ \ and then, as
# in every string of the file, each backslash doubled; a percent sign doubled.
quoted="$(printf '%s' "$ROOT/run" | sed -e 's/["`$\\]/\\&/g' -e 's/\\/\\\\/g' -e 's/%/%%/g')"
mkdir -p "$(dirname "$ENTRY")" "$(dirname "$ICON")"
cp "$ROOT/resources/icons/orb.svg" "$ICON"
while IFS= read -r line; do
    case "$line" in
        Exec=*) printf 'Exec="%s"\n' "$quoted" ;;
        *) printf '%s\n' "$line" ;;
    esac
done < "$ROOT/installer/numb-companion.desktop" > "$ENTRY"
