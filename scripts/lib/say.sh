# shellcheck shell=bash
# What the scripts say to people. Everything goes to standard error: standard output belongs to the command's own result.

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
    readonly _bold=$'\e[1m' _red=$'\e[31m' _yellow=$'\e[33m' _green=$'\e[32m' _plain=$'\e[0m'
else
    readonly _bold='' _red='' _yellow='' _green='' _plain=''
fi

# A step that takes time.
heading() { printf '%s==> %s%s\n' "$_bold" "$*" "$_plain" >&2; }

note() { printf '    %s\n' "$*" >&2; }

good() { printf '%s    %s%s\n' "$_green" "$*" "$_plain" >&2; }

warn() { printf '%s    %s%s\n' "$_yellow" "$*" "$_plain" >&2; }

# die WHAT [FIX...]: what cannot be done, then how to get there, one line each.
die() {
    printf '%serror: %s%s\n' "$_red" "$1" "$_plain" >&2
    shift
    local line
    for line in "$@"; do
        printf '       %s\n' "$line" >&2
    done
    exit 1
}

# The end of a log, indented, for when a step failed.
show_tail() {
    local file=$1 lines=${2:-20}
    [[ -s $file ]] || return 0
    note "last lines of $file:"
    tail -n "$lines" "$file" | sed 's/^/      /' >&2
}

# logged LOG COMMAND...: runs it with its output in LOG; on failure shows the end of LOG and answers its exit code.
logged() {
    local log=$1 code=0
    shift
    "$@" >"$log" 2>&1 </dev/null || code=$?
    if ((code != 0)); then
        show_tail "$log" 25
    fi
    return "$code"
}
