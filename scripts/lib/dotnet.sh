# shellcheck shell=bash
# The .NET SDK, and builds that run only when something changed.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true DOTNET_GENERATE_ASPNET_CERTIFICATE=false

_wanted_sdk() { sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$ROOT/global.json"; }

# Before anything is installed: the one thing that we do not bring.
need_dotnet() {
    command -v dotnet >/dev/null && return
    # Where Microsoft's script and its packages put it without telling the PATH.
    local folder
    for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
        if [[ -n $folder && -x $folder/dotnet ]]; then
            export PATH=$folder:$PATH
            return
        fi
    done
    die "the .NET SDK is missing (\`dotnet\` is not on the PATH)." \
        "Install SDK $(_wanted_sdk) or a later 10.0 one: https://dotnet.microsoft.com/download/dotnet/10.0" \
        "Then open a new shell, so that dotnet is on the PATH, and run this again."
}

# After the Debian packages, because dotnet itself does not start without some of them.
check_sdk() {
    local wanted said
    wanted=$(_wanted_sdk)
    if ! said=$(cd "$ROOT" && dotnet --version 2>&1); then
        if [[ $said != *global.json* && $said != *"compatible"* ]]; then
            die "dotnet does not start: $(head -n 3 <<<"$said" | paste -sd' ' -)" \
                "On Debian 12 it needs: apt-get install --no-install-recommends ${DOTNET_PACKAGES[*]}"
        fi
        die "no installed .NET SDK fits global.json, which asks for $wanted or a later 10.0 one." \
            "Installed: $(cd / && dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd" " -)" \
            "Install it: https://dotnet.microsoft.com/download/dotnet/10.0"
    fi
}

# Written when the build succeeded, dated before it began: an edit made during a build causes another one.
_stamp_of() { printf '%s/obj/.built-%s' "$ROOT" "$(basename "$1")"; }

# changed_since STAMP: whether anything that goes into a build is newer. Folders count, so a removed file shows.
changed_since() {
    [[ -f $1 ]] || return 0
    local found
    found=$(cd "$ROOT" && find . -mindepth 1 \
        \( -name bin -o -name obj -o -name node_modules -o -name .git -o -name .state -o -name docs -o -name TestResults \) -prune -o \
        -newer "$1" \( -type d -o -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.razor' \
        -o -name '*.json' -o -name '*.sql' -o -name '*.css' -o -name '*.js' -o -name '*.resx' -o -name '*.txt' -o -name '*.svg' \
        -o -name '*.py' -o -name '*.conf*' -o -name '*.sln' -o -name .editorconfig \) -print -quit)
    [[ -n $found ]]
}

# build_release SOLUTION-OR-PROJECT... : Release, warnings are errors; nothing runs when nothing changed.
build_release() {
    local target stamp pending=()
    for target in "$@"; do
        stamp=$(_stamp_of "$target")
        if changed_since "$stamp" || [[ ! -f $stamp ]]; then
            pending+=("$target")
        fi
    done
    ((${#pending[@]} > 0)) || return 0
    check_sdk
    need_space "$ROOT" 1200 "the build"
    mkdir -p "$ROOT/obj"
    for target in "${pending[@]}"; do
        build_one "$target" || return
    done
}

build_one() {
    local target=$1 stamp log begun
    stamp=$(_stamp_of "$target")
    log=$ROOT/obj/build-$(basename "$target").log
    begun=$(mktemp "$ROOT/obj/.begun.XXXXXX")
    heading "Building $target (Release)"
    if ! (cd "$ROOT" && dotnet build "$target" -c Release -nologo -v q -nodeReuse:false \
        -warnaserror "-warnnotaserror:NU1900;NU1905" >"$log" 2>&1 </dev/null 9>&-); then
        rm -f "$begun" "$stamp"
        explain_build_failure "$log"
        return 1
    fi
    mv -f "$begun" "$stamp"
}

explain_build_failure() {
    grep -E 'error|warn.*NU' "$1" | sed 's/^ *//; s/ \[[^]]*\]$//' | sort -u | head -n 20 | sed 's/^/      /' >&2 || true
    if grep -qE 'NU1301|NU1801' "$1"; then
        note "the NuGet package source did not answer: check the network, a proxy (HTTPS_PROXY) or nuget.config"
    elif grep -qE 'NU1004' "$1"; then
        note "a packages.lock.json does not fit its project: run 'dotnet restore --force-evaluate' and commit the lock files"
    elif grep -qE 'No space left' "$1"; then
        note "the disk is full"
    fi
    note "whole log: $1"
}
