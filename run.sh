#!/usr/bin/env bash
# Sets up, builds and starts the embedded default: broker, station, and a gateway with the demo compound. Ctrl-C stops all of it.
#   ./run.sh            starts where the last run ended
#   ./run.sh --fresh    clears the demo's state first
# STATION_PORT, GATEWAY_PORT, BROKER_PORT and RTSP_PORT choose ports; GATEWAY_STATE chooses the state folder (default ./.state).
set -euo pipefail
ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
source "$ROOT/scripts/setup.sh"
source "$ROOT/scripts/lib/processes.sh"
source "$ROOT/scripts/lib/ports.sh"
source "$ROOT/scripts/lib/demo.sh"

readonly STATION_DLL=$ROOT/Gateway.Cloud/Station/bin/Release/net10.0/Gateway.Cloud.Station.dll
readonly GATEWAY_DLL=$ROOT/Gateway.Edge/bin/Release/net10.0/Gateway.Edge.dll
STATE=$(readlink -m -- "${GATEWAY_STATE:-$ROOT/.state}")

fresh=""
case ${1:-} in
    '') ;;
    --fresh) fresh=yes ;;
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) die "unknown argument '$1'" "usage: ./run.sh [--fresh]" ;;
esac

stop_all() {
    trap '' INT TERM HUP
    ((${#process_of[@]} > 0)) || return 0
    heading "Stopping"
    stop gateway 20
    stop station 15
    stop demo 5
    stop broker 10
}
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

set_up run
one_at_a_time build
build_release Gateway.Cloud/Station/Gateway.Cloud.Station.csproj Gateway.Edge/Gateway.Edge.csproj || die "the build failed."
release_turn

prepare_state
make_folders
end_leftovers
if [[ -n $fresh ]]; then
    clear_state
    make_folders
fi
choose_port BROKER_PORT 8883 "the broker"
choose_port STATION_PORT 8080 "the station's pages"
choose_port GATEWAY_PORT 8090 "the gateway's pages"
choose_port RTSP_PORT 8554 "the demo cameras"

heading "Starting the broker"
ensure_certificates
start_broker
start_cameras
write_station_config
write_gateway_config
start_station
enrol_residents
register_vehicles
start_gateway
print_addresses

# Until one of them ends, or somebody stops us.
ended=""
wait -n -p ended "${process_of[@]}" || true
for name in "${!process_of[@]}"; do
    if [[ ${process_of[$name]} == "$ended" ]]; then
        show_tail "$STATE/logs/$name.log" 25
        die "$name ended by itself; stopping the others." "Its whole log: $STATE/logs/$name.log"
    fi
done
