package org.eunomia.engine.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Types of a kernel that was built without its own: those in the file that the system property {@code eunomia.btf} names. Where a kernel has its own, those are
 * what programs are fitted to, whatever they were compiled for.
 */
final class KernelTypes {
    private static final String PROPERTY = "eunomia.btf";
    private static final Path OWN = Path.of("/sys/kernel/btf/vmlinux");

    private KernelTypes() { }

    /** @return null for the kernel's own */
    static Path custom() {
        return custom(OWN);
    }

    static Path custom(Path own) {
        String file = System.getProperty(PROPERTY, "");
        return file.isEmpty() || Files.exists(own) ? null : Path.of(file);
    }
}
