# Sourced by mvnw and eunomia: what the build needs of the machine, in one place.

# package=what shows that it is there: a command, a file (patterns
# allowed), static:COMMAND or libbpf:. Each with the reason it is needed.
# Folders of documentation show nothing: small installations go without them.
eunomia_build_packages=(
  clang='clang'                                    # compiles BPF programs, in the tests and for users
  gcc='gcc'                                        # compiles the shim; with it comes ar, for the .deb
  libc6-dev='/usr/include/stdlib.h'
  libelf-dev='/usr/include/libelf.h'               # libbpf reads ELF with it; linked statically into the shim
  zlib1g-dev='/usr/include/zlib.h'                 # libelf needs it; linked statically into the shim
  linux-libc-dev='/usr/include/linux/bpf.h'
  'linux-source-6.12|libbpf-dev=libbpf:'             # carries libbpf 1.5 in source; where there is none, the system's
  xz-utils='xz'
  python3='python3'                                # libbpf's build makes bpf_helper_defs.h with it
  maven='mvn'                                      # any version: fetches the one that the build uses
)
eunomia_test_packages=(
  qemu-system-x86='qemu-system-x86_64'             # vm lane
  busybox-static='static:busybox'                  # vm lane: initramfs
  kmod='modprobe'
  cpio='cpio'
  'linux-image-amd64|linux-image-generic=/boot/vmlinuz-6.*'  # vm lane: a kernel with kprobes, fentry and BPF LSM
  dash='/bin/dash'                                 # product lane: the only program in the bare root
  mount='mount'                                    # product lane, as is unshare of util-linux
  util-linux='unshare'
  procps='ps'
  zsh='zsh'                                        # runs the completion script in the tests of org.eunomia.cli
  openssl='openssl'                                # checks our signatures in the tests of org.eunomia.pack
  clang-format='clang-format'                      # lays out the templates in the kernel's style, in the tests of org.eunomia.ide.core
  dpkg='dpkg'                                      # product lane: installs the .deb into a root of its own
  xvfb='Xvfb'                                      # ui lane: the display, the window manager, keys and mouse, and what Studio draws with
  openbox='openbox'
  xdotool='xdotool'
  'libgtk-3-0|libgtk-3-0t64=/usr/lib/*/libgtk-3.so.0'
  clangd='clangd'                                  # ui lane: the editor's language server
  systemd='systemd-analyze'                        # product lane: reads the daemon's unit
)

eunomia_missing_packages() {
  local entry name probe
  for entry in "$@"; do
    name=${entry%%=*} probe=${entry#*=}
    case $probe in
      /*) compgen -G "$probe" >/dev/null || echo "$name" ;;
      libbpf:) eunomia_has_libbpf || echo "$name" ;;
      static:*) eunomia_is_static "${probe#static:}" || echo "$name" ;;
      *) PATH=$PATH:/usr/sbin:/sbin command -v "$probe" >/dev/null || echo "$name" ;;
    esac
  done
}

# The system's own is good enough only where the better one cannot be had.
eunomia_has_libbpf() {
  compgen -G '/usr/src/linux-source-6.1[2-9].tar.xz' >/dev/null ||
    { [ -f /usr/include/bpf/libbpf.h ] && ! apt-cache show linux-source-6.12 >/dev/null 2>&1; }
}

eunomia_is_static() {
  local program
  program=$(PATH=$PATH:/usr/sbin:/sbin command -v "$1") && ! ldd "$program" >/dev/null 2>&1
}

# Installs what is missing of the build's packages, and of the tests' too unless EUNOMIA_BUILD_ONLY is set. Leaves JAVA_HOME at a JDK of 21 or newer.
eunomia_require() {
  local wanted=("${eunomia_build_packages[@]}") missing
  [ -n "${EUNOMIA_BUILD_ONLY:-}" ] || wanted+=("${eunomia_test_packages[@]}")
  mapfile -t missing < <(eunomia_missing_packages "${wanted[@]}")
  if ! eunomia_pick_jdk; then
    # Debian 12 has none that is new enough, which is better said before anything is fetched.
    missing+=("openjdk-25-jdk-headless|openjdk-21-jdk-headless")
  fi
  [ "${#missing[@]}" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "eunomia: these are missing (Debian's package names): ${missing[*]}" >&2
    return 1
  fi
  if [ "$(id -u)" -eq 0 ]; then
    eunomia_install "${missing[@]}" && eunomia_pick_jdk
  else
    mapfile -t missing < <(eunomia_choose_packages "${missing[@]}") || return 1
    echo "eunomia: system packages are missing. Install them with" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
}

# Installs packages, each given by the names that it has in one distribution or another, the preferred first: a|b.
eunomia_install() {
  local log packages; log=$(mktemp)
  if ! apt-get update -q >"$log" 2>&1 </dev/null; then
    cat "$log" >&2; rm -f "$log"
    echo "eunomia: apt-get update failed; its output is above" >&2
    return 1
  fi
  packages=$(eunomia_choose_packages "$@") || { rm -f "$log"; return 1; }
  echo "eunomia: installing" $packages >&2
  if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages >"$log" 2>&1 </dev/null; then
    cat "$log" >&2; rm -f "$log"
    echo "eunomia: apt-get could not install" $packages "; its output is above" >&2
    return 1
  fi
  rm -f "$log"
}

# Prints for each a|b the first that apt knows. Fails when there is one of which it knows none.
eunomia_choose_packages() {
  local choice name chosen
  for choice in "$@"; do
    chosen=''
    for name in ${choice//|/ }; do
      [ -z "$chosen" ] && apt-cache show --no-all-versions "$name" >/dev/null 2>&1 && chosen=$name
    done
    if [ -n "$chosen" ]; then
      echo "$chosen"
    elif [[ $choice == *-jdk-* ]]; then
      echo "eunomia: a JDK of 21 or newer is needed, and this system has no package of one. Install one, for example from https://adoptium.net, and" >&2
      echo "    point JAVA_HOME at it or put it under /usr/lib/jvm" >&2
      return 1
    else
      echo "eunomia: apt knows no package ${choice//|/ or }. Is its index up to date (apt-get update)?" >&2
      return 1
    fi
  done
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
  [ -n "$best" ] && export JAVA_HOME=$best
}

# Prints the feature version of the JDK in folder $1, 0 when there is none.
eunomia_jdk_version() {
  local version=0
  if [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\?\([0-9]*\).*/\2/p' "$1/release")
  fi
  echo "${version:-0}"
}
