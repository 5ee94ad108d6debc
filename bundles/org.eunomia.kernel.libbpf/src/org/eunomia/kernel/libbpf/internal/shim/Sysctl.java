package org.eunomia.kernel.libbpf.internal.shim;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** Settings of the kernel under {@code /proc/sys}. */
public final class Sysctl {
    private Sysctl() { }

    /** Empty when there is no such setting, or it is no number. */
    public static OptionalInt number(String path) {
        // The kernel gives a number to the first read only, and Files.readString begins with one of a single byte.
        try (BufferedReader in = Files.newBufferedReader(Path.of("/proc/sys", path))) {
            return OptionalInt.of(Integer.parseInt(in.readLine().strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
