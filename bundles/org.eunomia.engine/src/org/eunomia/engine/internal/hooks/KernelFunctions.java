package org.eunomia.engine.internal.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Functions of kernel and modules by {@code /proc/kallsyms}; what the compiler made of parts of functions is left out. */
record KernelFunctions(Path root) {
    /** By name, with the module in brackets or nothing for the kernel itself. */
    Map<String, String> modules() throws OperationFailedException {
        Path file = root.resolve("proc/kallsyms");
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            Map<String, String> all = new HashMap<>(1 << 17);
            lines.forEach(line -> add(line, all));
            return all;
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(file.toString(), "it cannot be read", "mount /proc"), e);
        }
    }

    /** {@code 0000000000000000 t name}, and behind a tab {@code [module]} */
    private static void add(String line, Map<String, String> all) {
        int space = line.indexOf(' ');
        if (space < 0 || line.length() < space + 4 || "tTwW".indexOf(line.charAt(space + 1)) < 0) return;
        int tab = line.indexOf('\t', space);
        String name = line.substring(space + 3, tab < 0 ? line.length() : tab);
        if (name.indexOf('.') < 0 && !name.startsWith("__pfx_") && !name.startsWith("__cfi_")) all.putIfAbsent(name, tab < 0 ? "" : line.substring(tab + 1).strip());
    }
}
