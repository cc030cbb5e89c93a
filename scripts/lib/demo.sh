# shellcheck shell=bash
# The embedded default: one broker, one station, one gateway with the demo compound, all on loopback, all state in one folder.

# As hw-configs/demo.json names them.
readonly DEMO_STATION=demo-station DEMO_COMPOUND=demo-garden

# prepare_state: the folder, its lock and its marker; refuses to be two at a time.
prepare_state() {
    umask 077
    case $STATE in
        *[\"\\$'\n']*) die "the state folder's path must hold no quotes, backslashes or line breaks: $STATE" "Name another one: GATEWAY_STATE=/some/folder ./run.sh" ;;
    esac
    mkdir -p "$STATE" || die "cannot create $STATE" "Name a folder that this user can write: GATEWAY_STATE=/some/folder ./run.sh"
    exec 8>"$STATE/.lock"
    flock -n 8 || die "another ./run.sh already uses $STATE." "Stop it, or give this one its own folder: GATEWAY_STATE=/some/folder ./run.sh"
}

# clear_state: only what run.sh itself has made, never the folder as a whole.
clear_state() {
    heading "Clearing the demo state in $STATE"
    local part
    for part in pki broker station gateway demo; do
        rm -rf -- "${STATE:?}/$part"
    done
}

make_folders() {
    mkdir -p "$STATE"/{pki,broker,station,gateway,demo,logs,run}
    local log
    for log in broker demo station gateway; do
        : >"$STATE/logs/$log.log"
    done
}

ensure_certificates() {
    logged "$STATE/logs/pki.log" dotnet "$STATION_DLL" pki init --directory "$STATE/pki" \
        --station "$DEMO_STATION" --compound "$DEMO_COMPOUND" ||
        die "the certificates could not be made." "Log: $STATE/logs/pki.log"
}

start_broker() {
    logged "$STATE/logs/configure.log" "$ROOT/deploy/mosquitto/configure.sh" --station "$DEMO_STATION" \
        --pki "$STATE/pki" --data "$STATE/broker" --port "$BROKER_PORT" || die "the broker's configuration could not be written."
    # Debian keeps it in sbin, which is not on everyone's PATH.
    local mosquitto
    mosquitto=$(PATH=$PATH:/usr/sbin:/sbin command -v mosquitto) || die "mosquitto is not installed." "apt-get install --no-install-recommends mosquitto"
    start broker "$STATE/logs/broker.log" "$mosquitto" -c "$STATE/broker/mosquitto.conf"
    wait_for broker "$STATE/logs/broker.log" 15 port_taken "$BROKER_PORT"
}

# Real faces streamed by a real RTSP server, as a gate's camera would.
start_cameras() {
    heading "Starting the demo cameras"
    local log=$STATE/logs/demo.log video mounts=()
    "$ROOT/deploy/demo/make-video.sh" "$STATE/demo" >>"$log" 2>&1 </dev/null 9>&- || {
        show_tail "$log" 20
        die "the demo's video could not be made." "Log: $log"
    }
    # gate-east.mp4 is what the camera of gate-east sees.
    for video in "$STATE"/demo/*.mp4; do
        mounts+=(--mount "$(basename "$video" .mp4)=$video")
    done
    start demo "$log" /usr/bin/python3 "$ROOT/deploy/demo/rtsp-server.py" --port "$RTSP_PORT" "${mounts[@]}"
    wait_for demo "$log" 30 port_taken "$RTSP_PORT"
    # hw-configs/demo.json names its cameras by this.
    export DEMO_RTSP=rtsp://127.0.0.1:$RTSP_PORT
}

# A client id of its own for each process, kept in the state folder: the broker ends a session when another one names its id, so
# ids must not be guessed from a compound's name.
client_id() {
    local file=$STATE/pki/$1.client-id
    if [[ ! -s $file ]]; then
        (umask 077 && printf '%s-%s\n' "$1" "$(openssl rand -hex 8)" >"$file")
    fi
    cat "$file"
}

write_station_config() {
    local client
    client=$(client_id "station-$DEMO_STATION")
    cat >"$STATE/station/station.json" <<JSON
{
  "Station": {
    "Id": "$DEMO_STATION",
    "DataDirectory": "$STATE/station/data",
    "Urls": "http://127.0.0.1:$STATION_PORT"
  },
  "Mqtt": {
    "Host": "localhost",
    "Port": $BROKER_PORT,
    "ClientId": "$client",
    "CaFile": "$STATE/pki/ca.crt",
    "CertificateFile": "$STATE/pki/station.crt",
    "KeyFile": "$STATE/pki/station.key"
  }
}
JSON
}

write_gateway_config() {
    local client
    client=$(client_id "gateway-$DEMO_COMPOUND")
    cat >"$STATE/gateway/gateway.json" <<JSON
{
  "Gateway": {
    "Station": "$DEMO_STATION",
    "Compound": "$DEMO_COMPOUND",
    "DataDirectory": "$STATE/gateway/data",
    "HardwareFile": "${HARDWARE:-$ROOT/hw-configs/demo.json}",
    "Urls": "http://127.0.0.1:$GATEWAY_PORT"
  },
  "Drivers": {
    "Scenario": "${SCENARIO-$ROOT/hw-configs/scenarios/demo.json}"
  },
  "Mqtt": {
    "Host": "localhost",
    "Port": $BROKER_PORT,
    "ClientId": "$client",
    "CaFile": "$STATE/pki/ca.crt",
    "CertificateFile": "$STATE/pki/gateway-$DEMO_COMPOUND.crt",
    "KeyFile": "$STATE/pki/gateway-$DEMO_COMPOUND.key"
  }
}
JSON
}

start_station() {
    heading "Starting the station"
    start station "$STATE/logs/station.log" dotnet "$STATION_DLL" run --config "$STATE/station/station.json"
    wait_for station "$STATE/logs/station.log" 60 grep -q '^station ready' "$STATE/logs/station.log"
    show_first_login
}

# The station prints the first password once. It is shown here and taken out of the log, which stays on disk.
show_first_login() {
    local log=$STATE/logs/station.log
    FIRST_LOGIN=$(sed -n 's/^first log-in: //p' "$log" | head -n 1)
    [[ -n $FIRST_LOGIN ]] || return 0
    good "first log-in: $FIRST_LOGIN"
    # In place: the station keeps the file open.
    /usr/bin/python3 - "$log" <<'PYTHON'
import re, sys
with open(sys.argv[1], "r+b") as log:
    found = re.search(rb"^first log-in: \S+ (\S+)", log.read(), re.MULTILINE)
    if found:
        log.seek(found.start(1))
        log.write(b"*" * len(found.group(1)))
PYTHON
}

start_gateway() {
    heading "Starting the gateway"
    start gateway "$STATE/logs/gateway.log" dotnet "$GATEWAY_DLL" run --config "$STATE/gateway/gateway.json"
    wait_for gateway "$STATE/logs/gateway.log" 90 grep -qi 'gateway ready' "$STATE/logs/gateway.log"
}

# One line per resident in residents.csv: name, unit, photo[;photo...] beside it. Done once; a later start leaves residents alone.
enrol_residents() {
    local list=$STATE/demo/residents/residents.csv done_mark=$STATE/gateway/enrolled name unit photos photo arguments log=$STATE/logs/enrol.log
    [[ -f $list && ! -f $done_mark ]] || return 0
    heading "Enrolling the demo's residents"
    : >"$log"
    while IFS=, read -r name unit photos; do
        [[ -n $photos && $name != name ]] || continue
        arguments=()
        IFS=';' read -ra photos <<<"${photos%$'\r'}"
        for photo in "${photos[@]}"; do
            arguments+=(--photo "$STATE/demo/residents/$photo")
        done
        if dotnet "$GATEWAY_DLL" residents enrol --data "$STATE/gateway/data" --name "$name" --unit "$unit" \
            --consent-by "$name" --consent-text v1 "${arguments[@]}" >>"$log" 2>&1 </dev/null; then
            note "$name ($unit)"
        else
            warn "$name was not enrolled; why: $log"
        fi
    done <"$list"
    : >"$done_mark"
}

# The vehicles of the demo's residents, and one that may not enter. Done once; a later start leaves vehicles alone.
register_vehicles() {
    local done_mark=$STATE/gateway/vehicles-registered log=$STATE/logs/vehicles.log
    [[ ! -f $done_mark ]] || return 0
    heading "Registering the demo's vehicles"
    if dotnet "$GATEWAY_DLL" vehicles import "$ROOT/deploy/demo/vehicles.csv" --data "$STATE/gateway/data" >"$log" 2>&1 </dev/null; then
        note "$(tail -n 1 "$log")"
    else
        warn "the vehicles were not registered; why: $log"
    fi
    : >"$done_mark"
}

# The gateway keeps the first password of its pages in a file until it has been changed. The password itself goes to a terminal alone,
# never into a log.
print_gateway_log_in() {
    local file=$STATE/gateway/data/first-password
    if [[ -s $file ]]; then
        note "gateway's log-in: admin, first password in $file (to be changed at the first log-in)"
        if [[ -t 2 && -r $file ]]; then
            note "          $(<"$file")"
        fi
    else
        note "gateway's log-in as before; forgotten? Run: ./gateway accounts reset-password admin --data $STATE/gateway/data"
    fi
}

# Where to look.
print_addresses() {
    heading "Running"
    good "station   http://127.0.0.1:$STATION_PORT"
    good "gateway   http://127.0.0.1:$GATEWAY_PORT"
    if [[ -n ${FIRST_LOGIN:-} ]]; then
        good "log-in    ${FIRST_LOGIN/ /   password } (shown this once; to be changed at the first log-in)"
    else
        note "log-in    as before; forgotten? Stop this and run:"
        note "          dotnet ${STATION_DLL#"$PWD"/} officers reset-password officer --config $STATE/station/station.json"
    fi
    print_gateway_log_in
    note "logs      $STATE/logs"
    note "Ctrl-C stops everything"
}
