# Sourced by eunomia: builds what tracing needs, one build at a time, with one line of progress on standard error.

# Builds checkout $1 and leaves $1/target/eunomia/launch, or says why not and returns 1.
eunomia_build() {
  local home=$1 state=$1/target/eunomia log started=$SECONDS
  log=$state/build.log
  if ! mkdir -p "$state" 2>/dev/null || ! [ -w "$state" ]; then
    echo "eunomia: a build is needed, but $state cannot be written. Build as the owner of the checkout." >&2
    return 1
  fi
  exec 8>"$state/lock"
  if ! flock -n 8; then
    echo "eunomia: another build of this checkout is running; waiting for it" >&2
    flock 8
    if fresh; then exec 8>&-; return 0; fi
  fi
  (
    . "$home/releng/bootstrap/requirements.sh"
    export EUNOMIA_BUILD_ONLY=1
    eunomia_require
  ) || return 1

  touch "$state/began"
  : > "$log"
  (cd "$home" && EUNOMIA_BUILD_ONLY=1 exec ./mvnw -B -Druntime -Dmaven.test.skip=true package) >"$log" 2>&1 </dev/null 8>&- &
  local maven=$!
  trap 'kill "$maven" 2>/dev/null; exit 130' INT TERM
  eunomia_watch "$maven" "$log"
  if ! wait "$maven"; then
    trap - INT TERM
    echo "eunomia: the build failed. The end of $log:" >&2
    eunomia_explain "$log" >&2
    return 1
  fi
  trap - INT TERM
  eunomia_write_launch "$home"
  . "$home/releng/bootstrap/training.sh"
  EUNOMIA_BUILDING=1 eunomia_archive_classes "$home/eunomia" "$home/bpf-scaffold/examples/opensnoop/opensnoop.bpf.c" "$state/eunomia.jsa" "$JAVA_HOME" \
    >>"$log" 2>&1 8>&- || true
  exec 8>&-
  echo "eunomia: built in $((SECONDS - started)) s" >&2
}

# Says what the build is at until process $1, whose output goes to file $2, has ended. On a terminal the line is rewritten in place.
eunomia_watch() {
  local maven=$1 log=$2 step downloads
  if ! [ -t 2 ]; then
    echo "eunomia: building (some minutes the first time; log: $log)" >&2
    return 0
  fi
  while kill -0 "$maven" 2>/dev/null; do
    step=$(sed -n 's/^\[INFO\] Building \([^ ]*\) .*\(\[[0-9/]*\]\).*/\2 \1/p' "$log" | tail -n 1)
    downloads=$(grep -c '^\(\[INFO\] \)\?Downloaded' "$log" || true)
    printf '\r\e[Keunomia: building %s (%s s, %s downloads)' "${step:-what is missing}" "$SECONDS" "$downloads" >&2
    sleep 0.3
  done
  printf '\r\e[K' >&2
}

# The part of log $1 that says what went wrong: Maven's errors without its advice, else the last lines.
eunomia_explain() {
  if grep -q '^\[ERROR\]' "$1"; then
    grep '^\[ERROR\]' "$1" | grep -v -e 'Re-run Maven' -e 'full stack trace' -e 'more information about the errors' -e '\[Help 1\] http' -e 'After correcting' \
      -e ' mvn <args>' -e '^\[ERROR\] *$' | sed 's/ -> \[Help 1\]$//' | tail -n 30
  else
    tail -n 30 "$1"
  fi
}

# Writes what the start needs to know: the Java that was built with, and the class path as Tycho resolved it.
eunomia_write_launch() {
  local home=$1 state=$1/target/eunomia list jna new
  list=$home/features/org.eunomia.feature.runtime/target/dependencies-list.txt
  new=$state/launch.new
  # shellcheck disable=SC1091
  . "$home/releng/bootstrap/requirements.sh"
  eunomia_pick_jdk
  jna=$(grep '/jna-[^/]*\.jar$' "$list")
  mkdir -p "$state/jna"
  (cd "$state/jna" && "$JAVA_HOME/bin/jar" xf "$jna" com/sun/jna/linux-x86-64/libjnidispatch.so && mv -f com/sun/jna/linux-x86-64/libjnidispatch.so . && rm -r com)
  {
    printf 'eunomia_java=%q\n' "$JAVA_HOME/bin/java"
    printf 'eunomia_class_path=('
    while read -r jar; do printf '%q ' "$jar"; done < "$list"
    printf ')\n'
  } > "$new"
  touch -r "$state/began" "$new"
  mv -f "$new" "$state/launch"
}
