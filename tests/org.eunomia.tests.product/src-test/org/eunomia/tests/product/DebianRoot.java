package org.eunomia.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A root file system that the package is installed into: the C library, a shell and the commands that every Debian has and the package's scripts use. */
record DebianRoot(Path root) {
    private static final List<String> COMMANDS = List.of("readlink", "rm", "rmdir", "setpriv");
    private static final String LIBRARIES = "(ld-linux-x86-64\\.so\\.2|lib(c|m|dl|rt|pthread|cap-ng)\\.so\\.\\d)";

    static DebianRoot create(Path root) throws IOException, InterruptedException {
        DebianRoot made = new DebianRoot(root);
        made.outside("rm", "-rf", root.toString());
        for (String folder : List.of("bin", "proc", "sys", "dev", "tmp", "root", "run", "etc", "lib/x86_64-linux-gnu", "var/lib/dpkg/updates", "var/lib/dpkg/info", "var/lib/eunomia", "var/cache")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String file : List.of("status", "available")) Files.createFile(root.resolve("var/lib/dpkg").resolve(file));
        Files.createSymbolicLink(root.resolve("lib64"), Path.of("lib/x86_64-linux-gnu"));
        Files.copy(Path.of("/bin/dash"), root.resolve("bin/sh"));
        for (String command : COMMANDS) Files.copy(Path.of("/usr/bin", command), root.resolve("bin").resolve(command));
        try (Stream<Path> libraries = Files.list(Path.of("/lib/x86_64-linux-gnu"))) {
            for (Path library : libraries.filter(file -> file.getFileName().toString().matches(LIBRARIES)).toList()) {
                Files.copy(library, root.resolve("lib/x86_64-linux-gnu").resolve(library.getFileName()));
            }
        }
        return made;
    }

    static Path deb() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("eunomia.products")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".deb")).findAny().orElseThrow(() -> new AssertionError("no .deb was built"));
        }
    }

    /** What is in the root is in no package, the C library included. */
    String dpkg(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dpkg", "--root=" + root, "--force-depends"));
        command.addAll(List.of(arguments));
        return outside(command.toArray(String[]::new));
    }

    String outside(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("debian", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
            int code = process.waitFor();
            assertEquals(0, code, () -> String.join(" ", command) + ": " + read(said));
            return read(said);
        } finally {
            Files.delete(said);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a command inside, with the machine's own /proc, /sys and /dev. */
    Run inside(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private", "/bin/sh", "-c",
                "cd \"$0\" && for d in proc sys dev; do mount --rbind /$d $d; done && exec chroot . \"$@\"", root.toString()));
        command.addAll(List.of(arguments));
        return Run.start(root.resolve("tmp"), command, environment);
    }
}
