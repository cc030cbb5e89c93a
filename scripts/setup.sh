#!/usr/bin/env bash
# Brings a Debian 12 machine that has the .NET SDK to where EdgeGateway builds, runs and is tested. Nothing happens when all is there.
#   scripts/setup.sh [run|test|bench]     installs what that needs
# Sourced, it only defines the steps.

ROOT=${ROOT:-$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)}
for _part in say machine broker-service packages node dotnet; do
    # shellcheck source=/dev/null
    source "$ROOT/scripts/lib/$_part.sh"
done

# set_up run|test|bench
set_up() {
    check_machine
    need_dotnet
    one_at_a_time setup
    ensure_packages "$1"
    check_sdk
    ensure_node_modules
    release_turn
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    set -euo pipefail
    case ${1:-run} in
        run | test | bench) set_up "${1:-run}" && good "everything that '${1:-run}' needs is installed" ;;
        *) die "unknown purpose '$1'" "usage: scripts/setup.sh [run|test|bench]" ;;
    esac
fi
