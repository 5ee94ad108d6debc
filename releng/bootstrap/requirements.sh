# Sourced by mvnw and eunomia: what the build needs of the machine, in one place.

# package=a file that shows it is there. Each with the reason it is needed.
eunomia_build_packages=(
  clang='clang'                                    # compiles BPF programs, in the tests and for users
  gcc='gcc'                                        # compiles the shim
  make='make'                                      # builds libbpf
  libc6-dev='/usr/include/stdlib.h'
  libelf-dev='/usr/include/libelf.h'               # libbpf reads ELF with it; linked statically into the shim
  zlib1g-dev='/usr/include/zlib.h'                 # libelf needs it; linked statically into the shim
  linux-libc-dev='/usr/include/linux/bpf.h'
  linux-source-6.12='/usr/src/linux-source-6.12.tar.xz'   # carries libbpf 1.5 in source
  xz-utils='xz'
  python3='python3'                                # libbpf's build makes bpf_helper_defs.h with it
  maven='mvn'                                      # any version: fetches the one that the build uses
)
eunomia_test_packages=(
  qemu-system-x86='qemu-system-x86_64'             # vm lane
  busybox-static='/usr/share/doc/busybox-static'   # vm lane: initramfs
  kmod='modprobe'
  cpio='cpio'
  linux-image-amd64='/usr/share/doc/linux-image-amd64'    # vm lane: a kernel with kprobes, fentry and BPF LSM
  procps='ps'
)

eunomia_missing_packages() {
  local entry name probe
  for entry in "$@"; do
    name=${entry%%=*} probe=${entry#*=}
    case $probe in
      /*) [ -e "$probe" ] || echo "$name" ;;
      *) PATH=$PATH:/usr/sbin:/sbin command -v "$probe" >/dev/null || echo "$name" ;;
    esac
  done
}

# Installs what is missing of the build's packages, and of the tests' too unless EUNOMIA_BUILD_ONLY is set.
eunomia_require_packages() {
  local wanted=("${eunomia_build_packages[@]}") missing
  [ -n "${EUNOMIA_BUILD_ONLY:-}" ] || wanted+=("${eunomia_test_packages[@]}")
  mapfile -t missing < <(eunomia_missing_packages "${wanted[@]}")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "eunomia: these are missing (Debian's package names): ${missing[*]}" >&2
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "eunomia: system packages are missing. Install them with" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
  echo "eunomia: installing ${missing[*]}" >&2
  local log; log=$(mktemp)
  if ! { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    # Off Debian 12 the kernel source package has another name; the system's own libbpf serves instead.
    cat "$log" >&2; rm -f "$log"
    echo "eunomia: apt-get could not install ${missing[*]}; its output is above" >&2
    return 1
  fi
  rm -f "$log"
}

# Sets JAVA_HOME to a JDK of at least 21: the one that JAVA_HOME names, else that of PATH, else the newest under /usr/lib/jvm.
eunomia_pick_jdk() {
  local candidate best='' best_version=0 version
  for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")"; do
    version=$(eunomia_jdk_version "$candidate")
    if [ "$version" -ge 21 ]; then export JAVA_HOME=$candidate; return 0; fi
  done
  for candidate in /usr/lib/jvm/*; do
    version=$(eunomia_jdk_version "$candidate")
    if [ "$version" -ge 21 ] && [ "$version" -gt "$best_version" ]; then best=$candidate best_version=$version; fi
  done
  if [ -z "$best" ]; then
    echo "eunomia: no JDK 21 or newer found in JAVA_HOME, PATH or /usr/lib/jvm. Install one (for example openjdk-21-jdk-headless or temurin-21-jdk) or point JAVA_HOME at it." >&2
    return 1
  fi
  export JAVA_HOME=$best
}

# Prints the feature version of the JDK in folder $1, 0 when there is none.
eunomia_jdk_version() {
  local version=0
  if [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\?\([0-9]*\).*/\2/p' "$1/release")
  fi
  echo "${version:-0}"
}
