# Sourced by the scripts that build .deb files.
# A .deb is an ar archive of two tar archives (deb(5)), so that ar, tar and gzip are enough, and the same input gives the same bytes.

# The oldest C library that has all that the native code in $1 asks for.
deb_libc() {
  grep -aoh 'GLIBC_2\.[0-9]\+' "$1"/lib/*.so "$1"/runtime/bin/java "$1"/runtime/lib/*.so "$1"/runtime/lib/server/*.so | sort -uV | tail -n 1 | sed 's/^GLIBC_//'
}

# Makes package $2 of $1/root and $1/control, and removes $1.
deb_pack() {
  local work=$1 package=$2
  (cd "$work/root" && find . -type f -printf '%P\0' | LC_ALL=C sort -z | xargs -0 md5sum) > "$work/control/md5sums"
  find "$work/root" -newermt '@1' -exec touch -h -d '@0' {} +
  echo 2.0 > "$work/debian-binary"
  deb_archive "$work/control" --mtime=@0 > "$work/control.tar.gz"
  deb_archive "$work/root" > "$work/data.tar.gz"
  (cd "$work" && ar rcD "$package" debian-binary control.tar.gz data.tar.gz)
  rm -rf "$work"
  echo "$package"
}

deb_archive() { tar -C "$1" --sort=name --owner=0 --group=0 --numeric-owner "${@:2}" -cf - . | gzip -6n; }
