# shellcheck shell=bash
# shellcheck disable=SC2154 # cache is assigned by run.sh
# Makes what the virtual machine boots: Debian's kernel, the gpio-sim module that Debian leaves out, and an initramfs. Sourced by run.sh.
# Everything is unpacked in one cache folder; nothing is installed but the tools in VM_TOOLS.

readonly VM_TOOLS=(qemu-system-x86 gcc make libelf1)

# ensure_vm_tools: installs what is missing, where that is possible.
ensure_vm_tools() {
    local missing
    mapfile -t missing < <(missing_packages "${VM_TOOLS[@]}")
    ((${#missing[@]} > 0)) || return 0
    can_be_root || die "missing: ${missing[*]}" "As root: apt-get install --no-install-recommends ${missing[*]}"
    heading "Installing Debian packages: ${missing[*]}"
    logged "$cache/apt.log" as_root apt-get install -y --no-install-recommends "${missing[@]}" ||
        die "apt-get could not install: ${missing[*]}" "Try apt-get update first."
}

# kernel_release: the newest kernel of this distribution, such as 6.1.0-56-amd64.
kernel_release() {
    apt-cache depends linux-image-amd64 | sed -n 's/^ *Depends: linux-image-\([0-9].*-amd64\)$/\1/p' | head -n 1
}

# download_packages RELEASE: into $cache/packages, unless they are there.
download_packages() {
    local release=$1 common=${1%-amd64}-common source=linux-source-${1%%.0-*}
    [[ -e $cache/packages/complete-$release ]] && return
    need_space "$cache" 1500 "a kernel to test GPIO with"
    heading "Downloading Debian's kernel $release and its sources (about 230 MB)"
    rm -rf "$cache/packages" "$cache/root"
    mkdir -p "$cache/packages"
    (cd "$cache/packages" && logged "$cache/apt.log" apt-get download "linux-image-$release" "linux-headers-$release" \
        "linux-headers-$common" "linux-kbuild-${1%%.0-*}" "linux-compiler-gcc-12-x86" "$source" busybox-static cpio) ||
        die "the packages cannot be downloaded." "Run apt-get update, or check the network."
    touch "$cache/packages/complete-$release"
}

# unpack_packages RELEASE: into $cache/root; only the three files that the module is made of are taken from the kernel's sources.
unpack_packages() {
    local release=$1 package tree=linux-source-${1%%.0-*}
    [[ -e $cache/root/complete-$release ]] && return
    heading "Unpacking"
    rm -rf "$cache/root"
    mkdir -p "$cache/root/module"
    for package in "$cache"/packages/*.deb; do
        [[ $package == */linux-source-* ]] || dpkg-deb -x "$package" "$cache/root"
    done
    dpkg-deb --fsys-tarfile "$cache"/packages/linux-source-*.deb | tar -xO "./usr/src/$tree.tar.xz" |
        tar -xJ -C "$cache/root/module" --strip-components=3 \
            "$tree/drivers/gpio/gpio-sim.c" "$tree/drivers/gpio/gpiolib.h" "$tree/kernel/irq/irq_sim.c"
    # The headers name their other half by an absolute path.
    sed -i "s|/usr/src/|$cache/root/usr/src/|" "$cache/root/usr/src/linux-headers-$release/Makefile"
    touch "$cache/root/complete-$release"
}

# build_module RELEASE: gpio-sim with irq_sim, which Debian's kernel lacks as well, inside. irq_to_desc is not open to modules; the descriptor
# is reached through its data instead.
build_module() {
    local release=$1 work=$cache/root/module
    [[ -e $work/gpio-sim.ko ]] && return
    heading "Building gpio-sim for $release"
    [[ ! -e $work/gpio-sim.c ]] || mv "$work/gpio-sim.c" "$work/gpio-sim-main.c"
    sed -i -e '/^EXPORT_SYMBOL/d' -e 's/irq_to_desc(\(irqnum\))/irq_data_to_desc(irq_get_irq_data(\1))/' "$work/irq_sim.c"
    cat >"$work/Makefile" <<'MAKE'
obj-m := gpio-sim.o
gpio-sim-y := gpio-sim-main.o irq_sim.o
MAKE
    logged "$cache/build.log" make -C "$cache/root/usr/src/linux-headers-$release" M="$work" modules ||
        die "gpio-sim does not build for $release." "The log is $cache/build.log"
}

# build_initramfs RELEASE: busybox, the modules in the order in which they load with their parameters, and the guest's init.
build_initramfs() {
    local release=$1 top=$cache/initramfs kernel=$cache/root/lib/modules/$1/kernel module
    rm -rf "$top"
    mkdir -p "$top/bin" "$top/modules" "$top/host" "$top/proc" "$top/sys" "$top/dev"
    cp "$cache/root/bin/busybox" "$top/bin/busybox"
    ln -s busybox "$top/bin/sh"
    for module in drivers/virtio/{virtio_ring,virtio,virtio_pci_modern_dev,virtio_pci_legacy_dev,virtio_pci} \
        fs/{netfs/netfs,fscache/fscache} net/9p/{9pnet,9pnet_virtio} fs/9p/9p fs/configfs/configfs; do
        cp "$kernel/$module.ko" "$top/modules/"
        basename "$module" >>"$top/modules/order"
    done
    for module in drivers/i2c/{i2c-dev,i2c-stub} drivers/hwmon/lm75 drivers/iio/industrialio drivers/iio/buffer/kfifo_buf drivers/iio/adc/ina2xx-adc; do
        cp "$kernel/$module.ko" "$top/modules/"
    done
    cp "$cache/root/module/gpio-sim.ko" "$top/modules/"
    # A bus of two chips in memory, for the kernel's drivers of a thermometer (hwmon) and a power meter (IIO).
    printf '%s\n' gpio-sim i2c-dev "i2c-stub chip_addr=0x40,0x48" lm75 industrialio kfifo_buf ina2xx-adc >>"$top/modules/order"
    install -m 755 "$ROOT/scripts/gpio-sim/guest-init" "$top/init"
    (cd "$top" && find . | "$cache/root/bin/cpio" -o -H newc --quiet) >"$cache/initramfs.cpio"
}
