# shellcheck shell=bash
# Debian starts a plaintext broker on port 1883 as soon as mosquitto is installed. We want the program, not that service:
# run.sh starts its own broker with certificates. Likewise a web server on port 80 with lighttpd, which only a test starts.
# A service that was there before us is the owner's and is left alone.

_policy=/usr/sbin/policy-rc.d
_policy_written=

keep_broker_service_off() {
    [[ " $* " =~ ' '(mosquitto|lighttpd)' ' && ! -e $_policy ]] || return 0
    _policy_written=yes
    trap allow_services EXIT
    # 101 is Debian's word for "must not be started"; every other service keeps its way.
    # shellcheck disable=SC2016  # $1 belongs to the written script
    printf '#!/bin/sh\ncase $1 in mosquitto|lighttpd) exit 101;; esac\nexit 0\n' | as_root tee "$_policy" >/dev/null
    as_root chmod 755 "$_policy"
}

allow_services() {
    [[ -n $_policy_written ]] || return 0
    as_root rm -f "$_policy"
    _policy_written=
    trap - EXIT
}

leave_broker_service_disabled() {
    if [[ " $* " == *' lighttpd '* ]] && command -v systemctl >/dev/null; then
        as_root systemctl disable lighttpd.service >/dev/null 2>&1 || true
    fi
    [[ " $* " == *' mosquitto '* ]] && command -v systemctl >/dev/null || return 0
    if as_root systemctl disable mosquitto.service >/dev/null 2>&1; then
        note "Debian's own mosquitto service stays disabled (it would listen without encryption);"
        note "run.sh starts a broker of its own. To have Debian's: systemctl enable --now mosquitto"
    fi
}
