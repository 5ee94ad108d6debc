# Sourced after setup by the benchmarks of Studio: Studio as it was built, on a display of its own.

# Leaves Studio in folder $1.
unpack_studio() {
  local archive
  archive=$(compgen -G "$home/releng/org.eunomia.product.studio/target/eunomia-studio-*.tar.gz" | head -n 1) ||
    { echo "run: build Studio first: ./mvnw package -Dmaven.test.skip=true" >&2; exit 1; }
  rm -rf "$1"
  mkdir "$1"
  tar -xzf "$archive" -C "$1" --strip-components=1
}

# Sets DISPLAY to an X server on a free number, with a window manager.
start_display() {
  local number
  mkfifo "$work/number"
  Xvfb -displayfd 4 -screen 0 1600x1000x24 -nolisten tcp 4> "$work/number" 2>/dev/null & started+=($!)
  read -r number < "$work/number"
  export DISPLAY=:$number
  openbox >/dev/null 2>&1 & started+=($!)
}
