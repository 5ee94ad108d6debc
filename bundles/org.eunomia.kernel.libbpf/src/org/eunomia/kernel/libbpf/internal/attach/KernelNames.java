package org.eunomia.kernel.libbpf.internal.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.OperationFailedException;

/** What the running kernel calls its hooks, for telling whether one exists and what it may have been meant to be. */
public final class KernelNames {
    private static final Path SYMBOLS = Path.of("/proc/kallsyms");

    private KernelNames() { }

    /** As {@code category/name}; empty when tracefs cannot be read. */
    public static List<String> tracepoints() {
        try {
            return lines(Tracefs.mount().resolve("available_events")).stream().map(line -> line.replace(':', '/')).toList();
        } catch (OperationFailedException e) {
            return List.of();
        }
    }

    /** Names without category, as raw tracepoints and {@code tp_btf} take them. */
    public static List<String> rawTracepoints() {
        return tracepoints().stream().map(name -> name.substring(name.indexOf('/') + 1)).distinct().toList();
    }

    /** Functions of kernel and modules whose name starts with {@code prefix}, without it; empty when the symbols cannot be read. */
    public static List<String> functions(String prefix) {
        try (Stream<String> lines = Files.lines(SYMBOLS, StandardCharsets.ISO_8859_1)) {
            return lines.filter(KernelNames::isFunction).map(KernelNames::symbol).filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())).distinct().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** {@code 0000000000000000 t name [module]} */
    private static boolean isFunction(String line) {
        int space = line.indexOf(' ');
        return space > 0 && line.length() > space + 3 && "tTwW".indexOf(line.charAt(space + 1)) >= 0;
    }

    private static String symbol(String line) {
        int start = line.indexOf(' ') + 3;
        int end = line.indexOf('\t', start);
        return end < 0 ? line.substring(start) : line.substring(start, end);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
