#!/usr/bin/env bash
# Writes the broker's configuration and access list into its data folder from the templates beside this script.
#   configure.sh --station ID --pki DIR --data DIR [--port 8883] [--address 127.0.0.1] [--user NAME] [--size BYTES]
# Start it with: mosquitto -c DATA/mosquitto.conf
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
station='' pki='' data='' port=8883 address=127.0.0.1 user=$(id -un) size=1114112
while (($#)); do
    case $1 in
        --station) station=$2 ;;
        --pki) pki=$2 ;;
        --data) data=$2 ;;
        --port) port=$2 ;;
        --address) address=$2 ;;
        --user) user=$2 ;;
        --size) size=$2 ;;
        *) echo "configure.sh: unknown option $1" >&2; exit 2 ;;
    esac
    shift 2
done
for name in station pki data; do
    [[ -n ${!name} ]] || { echo "configure.sh: --$name is missing" >&2; exit 2; }
done
[[ $station =~ ^[a-z0-9][a-z0-9-]*$ ]] || { echo "configure.sh: --station must be lower-case letters, digits and hyphens" >&2; exit 2; }

mkdir -p "$data"
data=$(cd "$data" && pwd)
pki=$(cd "$pki" && pwd)
for template in mosquitto.conf acl; do
    sed -e "s|@STATION@|$station|g" -e "s|@PKI@|$pki|g" -e "s|@DATA@|$data|g" -e "s|@PORT@|$port|g" \
        -e "s|@ADDRESS@|$address|g" -e "s|@USER@|$user|g" -e "s|@SIZE@|$size|g" "$here/$template" > "$data/$template.new"
    chmod 600 "$data/$template.new"
    mv "$data/$template.new" "$data/$template"
done
chown "$user" "$data" "$data/acl" 2>/dev/null || true
echo "$data/mosquitto.conf"
