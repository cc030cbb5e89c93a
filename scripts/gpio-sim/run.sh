#!/usr/bin/env bash
# Runs a command in a virtual machine whose kernel has simulated GPIO chips (gpio-sim), with this machine's root folder mounted read-only:
#   scripts/gpio-sim/run.sh COMMAND [ARGUMENT...]
# The command runs as root of the guest, in this folder, with a writable /run; its exit code is the script's. x64 only.
# The first run downloads about 230 MB of Debian packages into .state/gpio-sim and builds the module; nothing of the host's kernel is touched.
set -euo pipefail
ROOT=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
source "$ROOT/scripts/setup.sh"
source "$ROOT/scripts/gpio-sim/prepare.sh"

(($# > 0)) || die "nothing to run." "usage: scripts/gpio-sim/run.sh COMMAND [ARGUMENT...]"
[[ $(uname -m) == x86_64 ]] || die "the virtual machine is made for x64." "On an ARM board, use the kernel's own gpio-sim: modprobe gpio-sim"
command -v apt-get >/dev/null || die "there is no apt-get here to fetch a kernel with."

readonly cache=${GPIO_SIM_CACHE:-$ROOT/.state/gpio-sim}
mkdir -p "$cache"
one_at_a_time gpio-sim
ensure_vm_tools
release=$(kernel_release)
[[ -n $release ]] || die "apt does not know linux-image-amd64." "Run apt-get update."
download_packages "$release"
unpack_packages "$release"
build_module "$release"
build_initramfs "$release"

printf -v command '%q ' "$@"
command="cd $(printf %q "$PWD") && export HOME=/run TMPDIR=/run PATH=$(printf %q "$PATH") DOTNET_EnableDiagnostics=0 && exec $command"
heading "Booting $release under QEMU"
log=$cache/console.log
# TCG: hardware virtualisation is absent or unreliable on many build machines. The limit ends a guest that hangs.
timeout --kill-after=10 "${GPIO_SIM_LIMIT:-600}" qemu-system-x86_64 -accel tcg -M q35 -cpu max -smp 2 -m "${GPIO_SIM_MEMORY:-1536}" \
    -display none -serial stdio -monitor none -no-reboot -nic none \
    -kernel "$cache/root/boot/vmlinuz-$release" -initrd "$cache/initramfs.cpio" \
    -append "console=ttyS0 quiet panic=-1 gpio_sim_command=$(base64 -w0 <<<"$command")" \
    -fsdev local,id=host,path=/,security_model=none,readonly=on,multidevs=remap -device virtio-9p-pci,fsdev=host,mount_tag=host \
    </dev/null | tee "$log" | sed '/^guest: ended with/d'
code=$(sed -n 's/^guest: ended with \([0-9]*\).*/\1/p' "$log" | tail -n 1)
[[ -n $code ]] || die "the virtual machine ended before its command did." "Its console is in $log"
exit "$code"
