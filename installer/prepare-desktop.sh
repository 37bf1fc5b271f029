# Brings the parts the real-desktop tests need. Sourced by ./test after prepare.sh; never asks for a password.

DESKTOP_PACKAGES="xvfb openbox trayer dunst dbus-x11 dbus xdotool wmctrl x11-utils imagemagick pulseaudio
    pulseaudio-utils libpulse0 strace iproute2 util-linux fontconfig fonts-noto-core fonts-inter
    speech-dispatcher speech-dispatcher-espeak-ng espeak-ng"

prepare_desktop() {
    local missing="" package
    [ "$(uname -s)" = Linux ] && command -v dpkg-query >/dev/null 2>&1 || return 0
    for package in $DESKTOP_PACKAGES; do
        case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
            installed) ;;
            *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    # The list is words without blanks in them.
    # shellcheck disable=SC2086
    QUIET_RIGHTS=yes install_packages apt $missing ||
        say "Without$missing some tests on a real desktop will be skipped."
}
