# shellcheck shell=bash
# Runs one xUnit executable at a time, each with a time limit, and reads its counts from the XML that it writes.

# run_test_project PROJECT-FOLDER SECONDS [RUNNER-ARGUMENT...]
run_test_project() {
    local folder=$1 limit=$2 name dll report log code=0 begun=$SECONDS
    shift 2
    name=$(basename "$folder")
    dll=$folder/bin/Release/net10.0/$name.dll
    report=$RESULTS/$name.xml
    log=$RESULTS/$name.log
    heading "$name"
    if [[ ! -f $dll ]]; then
        count_failure "$name: was not built ($dll is absent)"
        return
    fi
    if ((limit < 10)); then
        count_failure "$name: not run, the time for the whole test run is used up"
        return
    fi
    # `timeout` puts the tests in a process group of their own, so that a hanging project takes its helpers with it.
    timeout --kill-after=15 "$limit" dotnet "$dll" -xml "$report" -noColor -noLogo "$@" >"$log" 2>&1 </dev/null &
    running=$!
    watch_progress "$running" "$log" "$begun"
    wait "$running" || code=$?
    running=
    if ((code == 124 || code == 137)); then
        show_tail "$log" 15
        count_failure "$name: stopped after its limit of $limit s"
    fi
    read_results "$name" "$report" "$log" "$code" $((SECONDS - begun))
}

# How many failures of a project may have been the machine's doing; more are looked at as they are.
readonly MOST_TO_REPEAT=3

# passes_alone PROJECT-NAME TEST: whether a test that failed among all others passes when nothing runs beside it. It is told in the end either way.
passes_alone() {
    local name=$1 test=$2 method=${2%%(*} report=$RESULTS/again.xml
    # Clean-up faults and other words that are no test's name cannot be run again.
    [[ $method =~ ^[A-Za-z0-9_.+]+$ ]] || return 1
    local left=$((${run_limit:-3600} - SECONDS))
    ((left >= 10)) || return 1
    note "once more, alone: $test"
    timeout --kill-after=15 $((left < 300 ? left : 300)) dotnet "$ROOT/tests/$name/bin/Release/net10.0/$name.dll" -method "$method" -xml "$report" -noColor -noLogo >"$RESULTS/again.log" 2>&1 </dev/null || return 1
    [[ $(/usr/bin/python3 "$ROOT/scripts/lib/test_results.py" "$report" 2>/dev/null | tail -1) =~ ^passed.[1-9] ]]
}

# A line each half minute, so that a long project is seen to live; failures show as they happen.
watch_progress() {
    local process=$1 log=$2 begun=$3 shown=0 seen next=$((SECONDS + 30))
    while kill -0 "$process" 2>/dev/null; do
        sleep 0.3
        seen=$(grep -c '\[FAIL\]' "$log" 2>/dev/null) || true
        if ((${seen:-0} > shown)); then
            grep '\[FAIL\]' "$log" | sed -n "$((shown + 1)),${seen}p" | sed 's/^ */    /' >&2
            shown=$seen
        fi
        if ((SECONDS >= next)); then
            note "still running ($((SECONDS - begun)) s)"
            next=$((SECONDS + 30))
        fi
    done
}

# read_results NAME XML LOG EXIT-CODE SECONDS
read_results() {
    local name=$1 xml=$2 log=$3 code=$4 took=$5 kind text counts project_failed=0 project_passed=0 unsteady_here=0 suspects=()
    if ! counts=$(/usr/bin/python3 "$ROOT/scripts/lib/test_results.py" "$xml" 2>>"$log"); then
        show_tail "$log" 25
        ((code == 124 || code == 137)) || count_failure "$name: crashed with exit code $code before it could report (log: $log)"
        return
    fi
    while IFS=$'\t' read -r kind text; do
        case $kind in
            passed) count_pass "$text"; project_passed=$text ;;
            failed) suspects+=("$text") ;;
            detail) note "  $text" ;;
            skipped) count_skip "$name: $text" ;;
        esac
    done <<<"$counts"
    for text in ${suspects[@]+"${suspects[@]}"}; do
        if ((${#suspects[@]} <= MOST_TO_REPEAT && code != 124 && code != 137)) && passes_alone "$name" "$text"; then
            count_unsteady "$name: $text"
            unsteady_here=$((unsteady_here + 1))
        else
            count_failure "$name: $text"
            project_failed=$((project_failed + 1))
        fi
    done
    project_passed=$((project_passed + unsteady_here))
    if ((code != 0 && project_failed + unsteady_here == 0 && code != 124 && code != 137)); then
        show_tail "$log" 25
        count_failure "$name: ended with exit code $code although no test failed (log: $log)"
    fi
    if [[ -z ${filter:-} && $code == 0 && $project_passed == 0 && $project_failed == 0 && $counts != *skipped* ]]; then
        count_failure "$name: holds no tests"
    fi
    note "$project_passed passed, $project_failed failed ($took s)"
}
