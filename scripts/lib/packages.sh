# shellcheck shell=bash
# Debian packages: what each command needs, and how what is missing gets installed.

# What .NET itself loads, certificates, and the time zones of the pages.
readonly DOTNET_PACKAGES=(ca-certificates libicu72 libssl3 libstdc++6 tzdata zlib1g)
# Video and JPEG, Modbus, the broker and its client library, the RTSP server that plays the demo's cameras,
# and the font of simulated number plates.
readonly RUN_PACKAGES=(
    ffmpeg libturbojpeg0 libmodbus5 libmosquitto1 mosquitto openssl
    python3-gi gir1.2-gst-rtsp-server-1.0
    gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad
    fonts-noto-cjk
)
# Peers and browsers that the tests drive.
readonly TEST_PACKAGES=(
    mosquitto-clients chromium curl imagemagick lighttpd
    python3-pymodbus python3-serial python3-serial-asyncio socat mbpoll
)
# What the benchmarks measure against.
readonly BENCH_PACKAGES=(python3-faiss python3-numpy python3-opencv mosquitto-clients)

# packages_for run|test|bench: one name a line.
packages_for() {
    printf '%s\n' "${DOTNET_PACKAGES[@]}" "${RUN_PACKAGES[@]}"
    case $1 in
        test) printf '%s\n' "${TEST_PACKAGES[@]}" ;;
        bench) printf '%s\n' "${BENCH_PACKAGES[@]}" ;;
    esac
    # Node brings the pinned model weights, native libraries and browser files.
    if ! command -v npm >/dev/null; then
        printf '%s\n' nodejs npm
    fi
}

# missing_packages NAME...: those that dpkg does not know as installed.
missing_packages() {
    local installed name
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p') || true
    for name in "$@"; do
        grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

ensure_packages() {
    local wanted missing log
    mapfile -t wanted < <(packages_for "$1")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        check_tools_without_apt "${wanted[@]}"
        return
    fi
    mapfile -t missing < <(missing_packages "${wanted[@]}")
    ((${#missing[@]} > 0)) || return 0

    heading "Installing Debian packages: ${missing[*]}"
    if ! can_be_root; then
        die "Debian packages are missing, this user is not root and there is no sudo." \
            "As root: apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fi
    need_space / $((200 + 60 * ${#missing[@]})) "the Debian packages"
    log=$(mktemp)
    if ! logged "$log" as_root apt-get update; then
        die "apt-get update failed (network, proxy or /etc/apt/sources.list)." \
            "Once it works: apt-get install --no-install-recommends ${missing[*]}"
    fi
    keep_broker_service_off "${missing[@]}"
    if ! logged "$log" as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
        apt-get install -y --no-install-recommends "${missing[@]}"; then
        allow_services
        die "apt-get could not install: ${missing[*]}" \
            "Try it by hand to see why: apt-get install --no-install-recommends ${missing[*]}"
    fi
    allow_services
    leave_broker_service_disabled "${missing[@]}"
    rm -f "$log"
}

# Without apt nothing is installed for the user; the tools that are absent are named.
check_tools_without_apt() {
    local tool absent=()
    for tool in ffmpeg mosquitto openssl python3 npm; do
        command -v "$tool" >/dev/null || absent+=("$tool")
    done
    if ((${#absent[@]} > 0)); then
        die "missing: ${absent[*]}; and this machine has no apt-get to install them with." \
            "Install what corresponds to these Debian 12 packages: $*"
    fi
    warn "no apt-get here: libraries are not checked. Debian 12's names for what is needed: $*"
}
