# shellcheck shell=bash
# What this machine must be before anything is installed on it.

check_machine() {
    case "$(uname -s)/$(uname -m)" in
        Linux/x86_64 | Linux/aarch64) ;;
        *) die "this machine is $(uname -s) $(uname -m)." \
            "EdgeGateway runs on Linux x64 and Linux arm64 (Debian 12 is what it is tested on)." ;;
    esac
}

# need_space FOLDER MEGABYTES FOR-WHAT
need_space() {
    local free
    free=$(df -Pm -- "$1" | awk 'NR == 2 { print $4 }')
    if ((free < $2)); then
        die "not enough disk space for $3: $2 MB are needed in $1, $free MB are free." \
            "Free some space there, or move the checkout to a larger disk, and run this again."
    fi
}

# as_root COMMAND...: directly, or through sudo.
as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

can_be_root() { ((EUID == 0)) || command -v sudo >/dev/null; }

# one_at_a_time NAME: waits until no other script of this checkout does the same step. Released when this shell ends.
# The lock is file descriptor 9; commands that leave helpers behind must close it (9>&-).
one_at_a_time() {
    local lock
    lock="${TMPDIR:-/tmp}/edge-gateway-$(id -u)-$(cksum <<<"$ROOT" | cut -d' ' -f1)-$1.lock"
    exec 9>"$lock"
    if ! flock -n 9; then
        note "another run of this checkout is at this step; waiting for it"
        flock 9
    fi
}

release_turn() { exec 9>&-; }
