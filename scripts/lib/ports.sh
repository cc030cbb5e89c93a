# shellcheck shell=bash
# TCP ports on this machine, read from the kernel's own tables: no tool needed.

port_taken() {
    local hex
    hex=$(printf ':%04X' "$1")
    awk -v port="$hex" '$4 == "0A" && substr($2, length($2) - 4) == port { found = 1 } END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

# choose_port VARIABLE DEFAULT WHAT: a port that the user named must be free; the default gives way to the next free one.
choose_port() {
    local -n chosen=$1
    local port
    if [[ -n ${chosen:-} ]]; then
        if [[ ! $chosen =~ ^[0-9]{1,5}$ ]] || ((chosen < 1 || chosen > 65535)); then
            die "$1=$chosen is not a port (1 to 65535)."
        fi
        if port_taken "$chosen"; then
            die "port $chosen, wanted for $3, is already in use." "Free it, or name another one: $1=$((chosen + 1)) ./run.sh"
        fi
        return
    fi
    for ((port = $2; port < $2 + 100; port++)); do
        if ! port_taken "$port"; then
            ((port == $2)) || note "port $2 is in use; $port is used for $3"
            chosen=$port
            return
        fi
    done
    die "no free port between $2 and $((port - 1)) for $3." "Name one: $1=12345 ./run.sh"
}
