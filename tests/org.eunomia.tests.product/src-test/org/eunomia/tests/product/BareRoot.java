package org.eunomia.tests.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A root file system with the C library, a shell to start a script with, the unpacked product, and nothing else. What runs in it sees the
 * machine's own {@code /proc}, {@code /sys} and {@code /dev}, mounted for it alone.
 */
final class BareRoot implements BeforeAllCallback {
    private static final String C_LIBRARY = "(ld-linux-x86-64\\.so\\.2|lib(c|m|dl|rt|pthread|resolv)\\.so\\.\\d|libnss_(files|dns)\\.so\\.2)";

    private final Path root = Path.of(System.getProperty("eunomia.root"));

    /** Unpacks once, whatever the number of test classes. */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(BareRoot.class, key -> {
            try {
                return unpack();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError("cannot set up " + root, e);
            }
        });
    }

    private Path unpack() throws IOException, InterruptedException {
        check(List.of("rm", "-rf", root.toString()));
        for (String folder : List.of("bin", "proc", "sys", "dev", "tmp", "root", "lib/x86_64-linux-gnu")) {
            Files.createDirectories(root.resolve(folder));
        }
        Files.createSymbolicLink(root.resolve("lib64"), Path.of("lib/x86_64-linux-gnu"));
        Files.copy(Path.of("/bin/dash"), root.resolve("bin/sh"));
        try (Stream<Path> libraries = Files.list(Path.of("/lib/x86_64-linux-gnu"))) {
            for (Path library : libraries.filter(file -> file.getFileName().toString().matches(C_LIBRARY)).toList()) {
                Files.copy(library, root.resolve("lib/x86_64-linux-gnu").resolve(library.getFileName()));
            }
        }
        check(List.of("tar", "-xzf", archive().toString(), "-C", root.toString()));
        return Files.move(product(archive()), home());
    }

    Path root() {
        return root;
    }

    /** The product's folder, as seen from outside. */
    Path home() {
        return root.resolve("eunomia");
    }

    /** Runs the product's command line inside. Files outside cannot be seen by it. */
    Run eunomia(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private", "/bin/sh", "-c",
                "cd \"$0\" && for d in proc sys dev; do mount --rbind /$d $d; done && exec chroot . /eunomia/bin/eunomia \"$@\"",
                root.toString()));
        command.addAll(List.of(arguments));
        return Run.start(root.resolve("tmp"), command, Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "HOME", "/root"));
    }

    /** Regular files below the root, by their path inside. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).map(root::relativize).toList();
        }
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("eunomia.products")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz")).findAny().orElseThrow(() -> new AssertionError("no product was built"));
        }
    }

    private Path product(Path archive) {
        return root.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
    }

    private static void check(List<String> command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new AssertionError("failed: " + command);
        }
    }
}
