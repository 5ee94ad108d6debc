package org.eunomia.tests.kernel.kit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the test runs in. */
public final class Checkout {
    private Checkout() { }

    /** What lies at {@code path} in it. */
    public static Path file(String path) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(path);
            if (Files.exists(file)) return file;
        }
        throw new IllegalStateException("no " + path + " above " + Path.of("").toAbsolutePath());
    }
}
