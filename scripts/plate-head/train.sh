#!/usr/bin/env bash
# Renders plates and trains the plate head on them (Debian: python3-torch, python3-opencv, python3-pil, fonts-noto-cjk; 8 GB of disk, 8 GB of memory, an hour).
#   scripts/plate-head/train.sh OUT.onnx
# Floating-point order differs between machines, so the file does, too: put its digest into Gateway.Edge/Perception/Models/models.json.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=${1:?name the file to write}
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
render() { # NAME SEED COUNT
    /usr/bin/python3 "$here/render.py" "$2" "$3" "$work/$1"
    node "$here/features.js" "$work/$1.bgr" "$3" "$work/$1.f32"
}
render first 1 12000
render second 2 16000
/usr/bin/python3 "$here/train.py" "$work" "$out"
