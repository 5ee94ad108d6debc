package org.eunomia.tests.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The distribution's kernel that the guest boots. */
record GuestKernel(String version) {
    private static final String IMAGE = "vmlinuz-";

    /** The newest of line {@code line}, such as {@code 6.1.}, that is installed here. */
    static GuestKernel newest(Path boot, String line) throws IOException {
        try (Stream<Path> files = Files.list(boot)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(IMAGE + line))
                    .map(name -> new GuestKernel(name.substring(IMAGE.length())))
                    .max(Comparator.comparing(GuestKernel::numbers, Arrays::compare))
                    .orElseThrow(() -> new AssertionError("no kernel " + line + "* in " + boot + "; install it: apt-get install linux-image-amd64"));
        }
    }

    private int[] numbers() {
        return Arrays.stream(version.split("\\D+")).filter(part -> !part.isEmpty()).mapToInt(Integer::parseInt).toArray();
    }
}
