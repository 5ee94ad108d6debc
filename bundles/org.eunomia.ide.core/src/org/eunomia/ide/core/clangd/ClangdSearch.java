package org.eunomia.ide.core.clangd;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Finds clangd. */
public final class ClangdSearch {
    private static final int OLDEST = 14;
    private static final Pattern NAME = Pattern.compile("clangd(?:-(\\d+))?");
    private static final Pattern VERSION = Pattern.compile("clangd version (\\d+)");
    private static final String HINT = "install it with 'apt-get install clangd' for completion, hovers, navigation and errors while typing, or name one in the preferences";

    private ClangdSearch() { }

    /** @param version of the major release */
    public record Found(Path path, int version) { }

    /**
     * @param configured a path, empty for {@code clangd} in {@code path}, else the newest {@code clangd-N} in it
     * @param path       a path list, as in the environment variable {@code PATH}
     * @throws OperationFailedException {@code Unavailable}
     */
    public static Found find(String configured, String path) throws OperationFailedException {
        Path file = configured.isEmpty() ? inPath(path).orElseThrow(() -> unavailable("there is none in PATH")) : Path.of(configured);
        if (!Files.isExecutable(file)) throw unavailable(file + " is not there");
        int version = version(file);
        if (version == 0) throw unavailable(file + " does not answer --version as clangd does");
        if (version < OLDEST) throw unavailable("release " + version + " is too old, " + OLDEST + " or newer is needed");
        return new Found(file, version);
    }

    private static OperationFailedException unavailable(String reason) {
        return new OperationFailedException(new Failure.Unavailable("clangd", reason, HINT));
    }

    private static Optional<Path> inPath(String path) {
        return Stream.of(path.split(File.pathSeparator)).filter(f -> f.startsWith("/")).map(Path::of).flatMap(ClangdSearch::candidates)
                .max(Comparator.comparingInt(ClangdSearch::rank));
    }

    private static Stream<Path> candidates(Path folder) {
        String[] names = folder.toFile().list((dir, name) -> NAME.matcher(name).matches());
        return names == null ? Stream.empty() : Stream.of(names).map(folder::resolve).filter(Files::isExecutable);
    }

    /** What the machine calls clangd without a number is what its owner wants. */
    private static int rank(Path file) {
        Matcher m = NAME.matcher(file.getFileName().toString());
        return m.matches() && m.group(1) != null ? Integer.parseInt(m.group(1)) : Integer.MAX_VALUE;
    }

    private static int version(Path file) {
        try {
            Process process = new ProcessBuilder(file.toString(), "--version").redirectErrorStream(true).start();
            CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS).execute(process::destroyForcibly);
            process.getOutputStream().close();
            Matcher m = VERSION.matcher(new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8));
            process.waitFor();
            return m.find() ? Integer.parseInt(m.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
