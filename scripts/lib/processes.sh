# shellcheck shell=bash
# Long-running children: started in sessions of their own, so that Ctrl-C reaches only us and we stop them in order.

declare -A process_of=()

# start NAME LOG COMMAND...
start() {
    local name=$1 log=$2
    shift 2
    setsid -- "$@" >>"$log" 2>&1 </dev/null 9>&- 8>&- &
    process_of[$name]=$!
    # The start time makes the record safe against a number that was given to another process.
    printf '%s %s\n' "$!" "$(started_at "$!")" >"$STATE/run/$name.pid"
}

# The kernel's start time of a process; empty when there is none. The name in brackets may hold spaces.
started_at() {
    local line
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    line=${line##*) }
    local fields
    read -ra fields <<<"$line"
    printf '%s' "${fields[19]}"
}

# A child that ended but was not yet collected is not alive.
alive() {
    local line
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    line=${line##*) }
    [[ $line != Z* && $line != X* ]]
}

# stop NAME SECONDS: asks, waits, insists; then ends what the child may have left in its own process group.
stop() {
    local name=$1 process=${process_of[$1]:-}
    [[ -n $process ]] || return 0
    if alive "$process"; then
        note "stopping $name"
        end_process "$process" "$2" || warn "$name did not stop within $2 s and was ended"
    fi
    kill -KILL -- "-$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
    unset "process_of[$name]"
    rm -f "$STATE/run/$name.pid"
}

# end_process ID SECONDS: answers 1 when it had to be killed.
end_process() {
    local tenths=$(($2 * 10))
    kill -TERM "$1" 2>/dev/null || return 0
    while alive "$1"; do
        if ((tenths-- <= 0)); then
            kill -KILL "$1" 2>/dev/null || true
            return 1
        fi
        sleep 0.1
    done
}

# What an earlier run that was killed left behind: ended only when number and start time are those we wrote down.
end_leftovers() {
    local file process begun
    for file in "$STATE"/run/*.pid; do
        [[ -f $file ]] || continue
        read -r process begun <"$file" || true
        if [[ -n ${begun:-} && $(started_at "$process") == "$begun" ]]; then
            warn "$(basename "$file" .pid) of an earlier run is still there; ending it"
            end_process "$process" 10 || true
            kill -KILL -- "-$process" 2>/dev/null || true
        fi
        rm -f "$file"
    done
}

# wait_for NAME LOG SECONDS COMMAND...: until the command succeeds; dies with the log's end when the child ends or time runs out.
wait_for() {
    local name=$1 log=$2 tenths=$(($3 * 5)) seconds=$3
    shift 3
    until "$@"; do
        if ! alive "${process_of[$name]}"; then
            show_tail "$log" 25
            die "$name ended while starting." "Its whole log: $log"
        fi
        if ((tenths-- <= 0)); then
            show_tail "$log" 25
            die "$name was not ready within $seconds s." "Its whole log: $log"
        fi
        sleep 0.2
    done
}
