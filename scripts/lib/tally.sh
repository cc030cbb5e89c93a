# shellcheck shell=bash
# What the test run has counted so far.

declare -i passed=0 failed=0 skipped=0
failures=() skips=() unsteady=()

count_pass() { passed+=${1:-1}; }

# count_failure WHAT
count_failure() {
    failed+=1
    failures+=("$1")
}

# count_unsteady WHAT: it failed among all others and passed alone
count_unsteady() {
    passed+=1
    unsteady+=("$1")
}

# count_skip WHAT
count_skip() {
    skipped+=1
    skips+=("$1")
}

# The loud part at the end: what was skipped and why, what failed, and the line that machines read.
print_tally() {
    local line
    if ((${#skips[@]} > 0)); then
        heading "Skipped"
        for line in "${skips[@]}"; do warn "$line"; done
    fi
    if ((${#unsteady[@]} > 0)); then
        heading "Unsteady: failed among all others, passed alone; each is a fault of the test or of the product to be found"
        for line in "${unsteady[@]}"; do warn "$line"; done
    fi
    if ((${#failures[@]} > 0)); then
        heading "Failed"
        for line in "${failures[@]}"; do note "$line"; done
    fi
    if ((passed + failed == 0)); then
        failed=1
        note "nothing ran: no test matches"
    fi
    # Standard error is usually the same terminal or file; the last line goes out last, on standard output.
    if ((skipped > 0)); then
        printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    else
        printf '%d passed, %d failed\n' "$passed" "$failed"
    fi
    ((failed == 0))
}
