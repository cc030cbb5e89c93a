# shellcheck shell=bash
# Checks of files that no compiler reads: scripts and documents. Each counts as one test.

run_checks() {
    check_scripts
    check_documents
}

check_scripts() {
    local scripts script
    heading "Scripts"
    mapfile -t scripts < <(list_scripts)
    for script in "${scripts[@]}"; do
        if bash -n "$ROOT/$script" 2>/dev/null; then
            count_pass
        else
            count_failure "bash cannot read $script: $(bash -n "$ROOT/$script" 2>&1 | head -1)"
        fi
    done
    if ! command -v shellcheck >/dev/null; then
        count_skip "shellcheck of ${#scripts[@]} scripts: it is not installed (apt-get install shellcheck)"
        return
    fi
    local log=$RESULTS/shellcheck.log
    if (cd "$ROOT" && shellcheck -x -S info -f gcc "${scripts[@]}") >"$log" 2>&1; then
        count_pass
    else
        show_tail "$log" 20
        count_failure "shellcheck (log: $log)"
    fi
    note "${#scripts[@]} scripts"
}

# Every file with a shell's first line, and the parts that others source.
list_scripts() {
    cd "$ROOT" || return
    grep -rlE '^#!/(usr/bin/env bash|bin/bash|bin/sh)' gateway ./*.sh .ci scripts deploy 2>/dev/null || true
    ls scripts/lib/*.sh
}

# JSON files parse, hw-configs fit their schema, links between documents lead somewhere.
check_documents() {
    local log=$RESULTS/documents.log kind text
    heading "Documents"
    if ! node "$ROOT/scripts/lib/check-documents.mjs" "$ROOT" >"$log" 2>&1; then
        show_tail "$log" 15
        count_failure "the check of documents itself (log: $log)"
        return
    fi
    while IFS=$'\t' read -r kind text; do
        case $kind in
            ok) count_pass "$text" ;;
            bad) count_failure "$text" ;;
        esac
    done <"$log"
    note "$(sed -n 's/^ok\t//p' "$log") documents and links are right"
}
