# Sourced by the products' assemble scripts: what goes into an archive beside the bundles.

# What Equinox, JNA, Jetty, the HTTP client and the XML of the framework use. The product's tests run on exactly these.
runtime_modules=java.base,java.logging,java.management,java.naming,java.net.http,java.xml,jdk.crypto.ec,jdk.net,jdk.unsupported

# Puts a Java runtime of modules $2 into folder $1.
add_runtime() {
  "$JAVA_HOME/bin/jlink" --add-modules "$2" --strip-java-debug-attributes --no-header-files --no-man-pages --generate-cds-archive --output "$1/runtime"
  rm -f "$1/runtime/lib/server/classes_nocoops.jsa"   # for heaps over 32 GB
}

# Puts the shim and JNA's library of checkout $1 into $2, which holds the bundles already.
add_native() {
  local jna
  mkdir -p "$2/lib"
  cp "$1/native/target/libeunomia_bpf.so" "$2/lib/"
  jna=$(echo "$2"/plugins/com.sun.jna_*.jar)
  (cd "$2/lib" && "$JAVA_HOME/bin/jar" xf "$jna" com/sun/jna/linux-x86-64/libjnidispatch.so && mv com/sun/jna/linux-x86-64/libjnidispatch.so . && rm -r com)
}

# Puts headers, templates, examples and texts of checkout $1 into $2.
add_scaffold() {
  mkdir -p "$2/include"
  cp -r "$1/native/target/include/." "$2/include/"
  cp -r "$1/bpf-scaffold" "$2/"
  cp -r "$1/bpf-scaffold/include/." "$2/include/"
  cp "$1/LICENSE" "$1/NOTICE" "$1/CHANGELOG.md" "$2/"
}

# Puts the start of the command line into $2. It needs no framework, so what is only for that stays off its class path.
add_command_line() {
  local jar separator=''
  mkdir -p "$2/bin"
  install -m 755 "$1/releng/org.eunomia.product.daemon/launcher/eunomia" "$2/bin/"
  {
    printf 'class_path='
    while read -r jar; do
      printf '%s$home/plugins/%s' "$separator" "${jar##*/}"
      separator=:
    done < <(command_line_bundles "$2/plugins")
    echo
  } > "$2/lib/class-path"
}

# The runtime feature's bundles in folder $1, without those that only a framework uses.
command_line_bundles() {
  local jar
  for jar in "$1"/*.jar; do
    case ${jar##*/} in
      org.eunomia.ide.* | org.eunomia.studio_*) ;;
      org.eunomia.* | com.fasterxml.jackson.core.* | com.sun.jna_* | picocli_* | org.eclipse.jetty.* | slf4j.api_* | org.apache.felix.gogo.*) echo "$jar" ;;
    esac
  done
}

# Trains the command line in $1 with checkout $2's example and keeps the classes. Java holds the class archive against the times of the
# jars, so they must be as tar will restore them.
add_class_archive() {
  find "$1" -exec touch -h -d '@0' {} +
  . "$2/releng/bootstrap/training.sh"
  eunomia_archive_classes "$1/bin/eunomia" "$1/bpf-scaffold/examples/opensnoop/opensnoop.bpf.c" "$1/lib/eunomia.jsa" "$1/runtime" > "$1.training.log" 2>&1 ||
    { cat "$1.training.log" >&2; echo "assemble: no class archive was made" >&2; return 1; }
  touch -d '@0' "$1/lib" "$1/lib/eunomia.jsa"
}

# Makes $2 of folder $1.
pack_archive() {
  find "$1" -exec touch -h -d '@0' {} +
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$(basename "$1")" | gzip -6n > "$2"
}
