package org.eunomia.tests.kernel.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs a compiler over a source text and keeps what comes out, under {@code target} in the checkout: the guest of the vm lane, where compiling takes
 * seconds, sees what the same tests compiled on the host.
 */
final class Compiled {
    private static final Path CACHE = Checkout.file("tests/org.eunomia.tests.kernel/pom.xml").resolveSibling("target/compiled");

    private Compiled() { }

    /** @param command compiler and its options, without input and output; @param file name of the source, which shows up in debug information */
    static Path of(String file, String source, List<String> command) throws IOException {
        Path output = CACHE.resolve(key(file, source, command)).resolve("out");
        if (!Files.exists(output)) compile(file, source, command, output);
        return output;
    }

    private static String key(String file, String source, List<String> command) throws IOException {
        String headers = Files.getLastModifiedTime(Checkout.file("native/target/libbpf.stamp")).toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\0", file, source, headers, command.toString()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(String file, String source, List<String> command, Path output) throws IOException {
        Files.createDirectories(output.getParent());
        Path folder = Files.createTempDirectory(output.getParent(), "run");
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(Files.writeString(folder.resolve(file), source).toString(), "-o", folder.resolve("out").toString()));
        run(whole);
        // In one step, as tests of several processes may want the same.
        Files.move(folder.resolve("out"), output, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> left = Files.list(folder)) {
            for (Path path : left.toList()) Files.delete(path);
        }
        Files.delete(folder);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IllegalArgumentException(output);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
