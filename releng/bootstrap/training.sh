# Sourced by the builds of the checkout's launcher and of the product: class archives, which halve the time to the first event.

# Runs command line $1 on tracker $2 in the way that users do, and keeps the classes that it loaded in file $3. $4 is the Java runtime that
# the command line runs on. Where BPF cannot be loaded compiling the tracker has to do. A start without the archive works, too, so that
# callers may go on when there is none.
eunomia_archive_classes() {
  local command=$1 tracker=$2 archive=$3 java_home=$4 new=$3.new
  rm -f "$archive" "$new"
  local options="-XX:SharedArchiveFile=$java_home/lib/server/classes.jsa -XX:ArchiveClassesAtExit=$new"
  EUNOMIA_JAVA_OPTIONS=$options "$command" run "$tracker" --count 1 --duration 2s </dev/null ||
    EUNOMIA_JAVA_OPTIONS=$options "$command" build "$tracker" -o "$archive.json" </dev/null
  rm -f "$archive.json"
  [ -f "$new" ] && mv -f "$new" "$archive"
}
