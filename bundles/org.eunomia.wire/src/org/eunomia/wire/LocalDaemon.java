package org.eunomia.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a daemon and its clients on the same machine find each other: {@code /run/eunomia} for root's, {@code $XDG_RUNTIME_DIR/eunomia} for that of another user. There
 * are its unix socket and the file with its tokens.
 */
public record LocalDaemon(Path folder) {
    public static final LocalDaemon OF_ROOT = new LocalDaemon(Path.of("/run/eunomia"));
    public static final int PORT = 8527;

    /** That of the user who runs this process. */
    public static LocalDaemon own(Map<String, String> environment) {
        if (isRoot()) return OF_ROOT;
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return new LocalDaemon(runtime.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache/eunomia/run") : Path.of(runtime, "eunomia"));
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return System.getProperty("user.name").equals("root");
        }
    }

    public Path socket() {
        return folder.resolve("socket");
    }

    public Path tokens() {
        return folder.resolve("tokens");
    }

    /** The first token of a file of tokens, empty when it cannot be read or has none. */
    public static Optional<String> firstToken(Path file) {
        try {
            return TokenLine.parse(Files.readString(file)).stream().findFirst().map(TokenLine::token);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
