#!/usr/bin/env bash
# Renders plates and trains the plate head on them (Debian: python3-torch, python3-opencv, python3-pil, fonts-noto-cjk; 4 GB of disk, 30 minutes).
#   scripts/plate-head/train.sh OUT.onnx
# Floating-point order differs between machines, so the file does, too: put its digest into Gateway.Edge/Perception/Models/models.json.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
out=${1:?name the file to write}
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
/usr/bin/python3 "$here/render.py" 1 12000 "$work/plates"
node "$here/features.js" "$work/plates.bgr" 12000 "$work/features.f32"
/usr/bin/python3 "$here/train.py" "$work" "$out"
