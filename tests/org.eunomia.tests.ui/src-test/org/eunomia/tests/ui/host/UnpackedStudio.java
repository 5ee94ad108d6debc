package org.eunomia.tests.ui.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Studio as its archive brings it, to which the bundle of tests and JUnit are added. */
final class UnpackedStudio {
    private static final List<String> JUNIT = List.of("junit-jupiter-api", "junit-jupiter-engine", "junit-jupiter-params", "junit-platform-commons", "junit-platform-engine",
            "junit-platform-launcher", "opentest4j", "apiguardian-api");

    private final Path folder;

    UnpackedStudio(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        run("rm", "-rf", folder.toString());
        Files.createDirectories(folder);
        run("tar", "-xzf", archive().toString(), "-C", folder.toString(), "--strip-components=1");
    }

    Path folder() {
        return folder;
    }

    /** Makes the bundle in {@code tests}, a module's folder, and JUnit part of it. */
    void add(Path tests) throws IOException, InterruptedException {
        Path bundle = folder.resolve("plugins/org.eunomia.tests.ui");
        run("cp", "-r", tests.resolve("target/classes").toString(), bundle.toString());
        run("cp", "-r", tests.resolve("META-INF").toString(), tests.resolve("plugin.xml").toString(), bundle.toString());
        List<String> added = new ArrayList<>(List.of("org.eunomia.tests.ui"));
        for (String name : JUNIT) {
            Path jar = onClassPath(name);
            Files.copy(jar, folder.resolve("plugins").resolve(jar.getFileName()));
            added.add(jar.getFileName().toString());
        }
        Path config = folder.resolve("configuration/config.ini");
        String more = String.join("", added.stream().map(name -> ",reference\\:file\\:" + name + "@4").toList());
        Files.write(config, Files.readAllLines(config).stream().map(line -> line.startsWith("osgi.bundles=") ? line + more : line).toList());
    }

    private static Path onClassPath(String name) {
        return Stream.of(System.getProperty("java.class.path").split(":")).filter(path -> path.matches(".*/" + name + "-[\\d.]+\\.jar")).map(Path::of).findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not on the class path"));
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("eunomia.products")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tar.gz")).findAny().orElseThrow(() -> new AssertionError("no product was built"));
        }
    }

    static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + output);
    }
}
