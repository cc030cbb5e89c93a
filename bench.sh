#!/usr/bin/env bash
# Measures speed and size against peers in the same run, and prints one table at the end.
#   ./bench.sh [--clips N] [--hours H] [NAME...]     faces, gallery, plates, falling, journal, uplink, sos, vehicles, garden, memory, pages; all of them without a name
# falling takes 500 synthetic clips with falls and 10 hours without, which is long; --clips and --hours take the first of them.
# Exit code 1 when a target was missed or a measurement failed.
set -euo pipefail
ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
source "$ROOT/scripts/setup.sh"
source "$ROOT/scripts/lib/processes.sh"
source "$ROOT/scripts/lib/ports.sh"
source "$ROOT/scripts/lib/demo.sh"

readonly KNOWN=(faces gallery plates falling journal uplink sos vehicles garden memory pages)
readonly STATION_DLL=$ROOT/Gateway.Cloud/Station/bin/Release/net10.0/Gateway.Cloud.Station.dll
clips=500
hours=10
while [[ ${1:-} == --* ]]; do
    case $1 in
        --clips) [[ ${2:-} =~ ^[0-9]+$ ]] || die "--clips needs a number up to 500."; clips=$2 ;;
        --hours) [[ ${2:-} =~ ^[0-9]+(\.[0-9]+)?$ ]] || die "--hours needs a number up to 10."; hours=$2 ;;
        *) die "unknown option '$1'" "known: --clips N, --hours H" ;;
    esac
    shift 2
done
names=("${@:-${KNOWN[@]}}")
for name in "${names[@]}"; do
    case " ${KNOWN[*]} " in
        *" $name "*) ;;
        *) die "unknown benchmark '$name'" "known: ${KNOWN[*]}" ;;
    esac
done

STATE=$(mktemp -d)
running=""
clean_up() {
    trap '' INT TERM HUP
    [[ -z $running ]] || kill -TERM "$running" 2>/dev/null || true
    stop demo 5
    rm -rf -- "${STATE:?}"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# A gateway with the demo's camera and no broker: what it needs is measured, not what the network does.
prepare_memory() {
    make_folders
    choose_port BROKER_PORT 18883 "the absent broker"
    choose_port GATEWAY_PORT 18090 "the gateway's pages"
    choose_port RTSP_PORT 18554 "the demo camera"
    ensure_certificates
    start_cameras
    HARDWARE=$STATE/gateway/hardware.json
    /usr/bin/python3 - "$ROOT/hw-configs/demo.json" >"$HARDWARE" <<'PYTHON'
import json, sys
hardware = json.load(open(sys.argv[1], encoding="utf-8"))
hardware["devices"] = hardware["devices"][:1]
hardware.pop("$schema", None)
json.dump(hardware, sys.stdout, ensure_ascii=False)
PYTHON
    write_gateway_config
}

# run_benchmark NAME [ARGUMENT...]: its output on the screen and in a file for the table.
run_benchmark() {
    dotnet run -c Release --no-build --project "$ROOT/tests/Benchmarks" -- "$@" >"$STATE/$1.out" </dev/null &
    running=$!
    tail -n +1 -f --pid="$running" "$STATE/$1.out" >&2 &
    local printer=$! code=0
    wait "$running" || code=$?
    running=""
    wait "$printer" || true
    return "$code"
}

set_up bench
one_at_a_time build
build_release tests/Benchmarks/Benchmarks.csproj Gateway.Cloud/Station/Gateway.Cloud.Station.csproj || die "the build failed."
release_turn

broken=()
for name in "${names[@]}"; do
    heading "$name"
    arguments=()
    if [[ $name == memory ]]; then
        prepare_memory
        arguments=("$STATE/gateway/gateway.json")
    fi
    [[ $name != falling ]] || arguments=("$clips" "$hours")
    code=0
    run_benchmark "$name" "${arguments[@]}" || code=$?
    # A missed target is in the table; anything else that ends badly is a broken measurement.
    if ((code != 0)) && ! grep -qE '(^|[[:space:]])(MISSED|miss)[[:space:]]*$' "$STATE/$name.out"; then
        broken+=("$name")
    fi
done

heading "Summary"
missed=0
outputs=()
for name in "${names[@]}"; do outputs+=("$STATE/$name.out"); done
/usr/bin/python3 "$ROOT/scripts/lib/bench_table.py" "${outputs[@]}" || missed=1
for name in "${broken[@]}"; do
    printf '%-34s measurement failed, see above\n' "$name"
done
((missed == 0 && ${#broken[@]} == 0))
