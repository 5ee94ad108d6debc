package org.eunomia.toolchain.internal.clang;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Finds the compiler. */
public final class ClangSearch {
    private static final int OLDEST = 14;
    private static final Pattern NAME = Pattern.compile("clang(-\\d+)?");
    /** Distributions keep the release in the real name: {@code /usr/lib/llvm-14/bin/clang}, {@code clang-17}. */
    private static final Pattern RELEASE_IN_PATH = Pattern.compile("/llvm-(\\d+)/|/clang-(\\d+)$");
    private static final Pattern RELEASE_IN_TEXT = Pattern.compile("clang version (\\d+)");
    private static final String HINT = "install it with 'apt-get install clang', or let EUNOMIA_CLANG name one";

    private ClangSearch() { }

    /**
     * @param configured a path or a name, empty for the newest in {@code path}
     * @param path       a path list, as in the environment variable {@code PATH}
     */
    public static Compiler find(String configured, String path) throws OperationFailedException {
        if (!configured.isEmpty()) return configured(configured, path);
        Compiler newest = null;
        int tooOld = 0;
        for (Path candidate : candidates(path)) {
            int version = version(candidate).orElse(0);
            if (version < OLDEST) tooOld = Math.max(tooOld, version);
            else if (newest == null || version > newest.version()) newest = new Compiler(candidate, version);
        }
        if (newest != null) return newest;
        throw unavailable(tooOld == 0 ? "there is none in PATH" : "release " + tooOld + " is too old, " + OLDEST + " or newer is needed", HINT);
    }

    private static Compiler configured(String name, String path) throws OperationFailedException {
        Path file = name.contains("/") ? Path.of(name) : folders(path).stream().map(f -> f.resolve(name)).filter(Files::isExecutable).findFirst().orElse(Path.of(name));
        if (!Files.isExecutable(file)) throw unavailable("the configured compiler " + name + " is not there", "correct EUNOMIA_CLANG, or unset it to use the one in PATH");
        int version = version(file).orElseThrow(() -> unavailable("the configured " + name + " does not answer --version as clang does", HINT));
        if (version < OLDEST) throw unavailable("the configured " + name + " is release " + version + ", " + OLDEST + " or newer is needed", HINT);
        return new Compiler(file, version);
    }

    private static OperationFailedException unavailable(String reason, String hint) {
        return new OperationFailedException(new Failure.Unavailable("clang", reason, hint));
    }

    private static List<Path> folders(String path) {
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(File.pathSeparator)) if (folder.startsWith("/")) folders.add(Path.of(folder));
        return folders;
    }

    private static List<Path> candidates(String path) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders(path)) {
            String[] names = folder.toFile().list((dir, name) -> name.startsWith("clang") && NAME.matcher(name).matches());
            if (names == null) continue;
            for (String name : names) if (Files.isExecutable(folder.resolve(name))) found.add(folder.resolve(name));
        }
        return found;
    }

    private static Optional<Integer> version(Path clang) {
        try {
            Matcher m = RELEASE_IN_PATH.matcher(clang.toRealPath().toString());
            if (m.find()) return Optional.of(Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2)));
            Process process = new ProcessBuilder(clang.toString(), "--version").redirectErrorStream(true).start();
            process.getOutputStream().close();
            m = RELEASE_IN_TEXT.matcher(new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8));
            process.destroy();
            return m.find() ? Optional.of(Integer.parseInt(m.group(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
