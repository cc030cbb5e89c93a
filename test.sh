#!/usr/bin/env bash
# Sets up, builds in Release with warnings as errors, and runs every test against real components.
#   ./test.sh                 everything but the long runs
#   ./test.sh --full          the long runs too (minutes to hours)
#   ./test.sh --filter TEXT   tests whose full name contains TEXT
#   ./test.sh --screenshots FOLDER   pictures of every page, in both languages, at 390 and 1440 px
# The last line is `N passed, N failed` (and `, N skipped`); the exit code is 0 only when something ran and nothing failed.
set -euo pipefail
ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")" && pwd)
source "$ROOT/scripts/setup.sh"
source "$ROOT/scripts/lib/tally.sh"
source "$ROOT/scripts/lib/test-projects.sh"
source "$ROOT/scripts/lib/checks.sh"

full="" filter="" screenshots=""
while (($# > 0)); do
    case $1 in
        --full) full=yes ;;
        --filter)
            filter=${2:-}
            [[ -n $filter ]] || die "--filter needs a text." "For example: ./test.sh --filter Journal"
            shift
            ;;
        --screenshots)
            screenshots=${2:-}
            [[ -n $screenshots ]] || die "--screenshots needs a folder." "For example: ./test.sh --screenshots /tmp/pages"
            mkdir -p "$screenshots"
            screenshots=$(cd -- "$screenshots" && pwd)
            shift
            ;;
        -h | --help) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 0 ;;
        *) die "unknown argument '$1'" "usage: ./test.sh [--full] [--filter TEXT] [--screenshots FOLDER]" ;;
    esac
    shift
done

# Seconds for one project and for the whole run; a build server kills what takes longer and then says nothing.
project_limit=${TEST_PROJECT_LIMIT:-1800} run_limit=${TEST_RUN_LIMIT:-3300}
if [[ -n $full ]]; then
    export GATEWAY_FULL=1
    project_limit=${TEST_PROJECT_LIMIT:-21600} run_limit=${TEST_RUN_LIMIT:-86400}
fi

running=
stop() {
    trap - INT TERM
    warn "stopped; ending the tests that run"
    [[ -z $running ]] || kill -TERM "$running" 2>/dev/null || true
    wait || true
    exit 130
}
trap stop INT TERM

readonly RESULTS=$ROOT/TestResults
mkdir -p "$RESULTS"
rm -f "$RESULTS"/*.xml "$RESULTS"/*.log

set_up test
one_at_a_time build
if build_release EdgeGateway.sln; then
    release_turn
    [[ -n $filter$screenshots ]] || run_checks
    chosen=()
    [[ -z $filter ]] || chosen=(-method "*$filter*")
    if [[ -n $screenshots ]]; then
        export GATEWAY_SCREENSHOTS=$screenshots
        chosen+=(-trait "Looks=pages")
        filter=${filter:-pages}
    fi
    for folder in "$ROOT"/tests/*.Tests; do
        left=$((run_limit - SECONDS))
        run_test_project "$folder" $((left < project_limit ? left : project_limit)) "${chosen[@]}"
    done
else
    release_turn
    count_failure "the build of EdgeGateway.sln"
fi
[[ -z $screenshots ]] || note "$(find "$screenshots" -name '*.png' | wc -l) pictures in $screenshots"
print_tally
