package org.eunomia.kernel.libbpf.internal.shim;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Finds the shim: the file that the system property {@code eunomia.shim} names, else the resource of the platform's fragment. */
final class ShimLibrary {
    private static final String PROPERTY = "eunomia.shim";
    private static final String FILE = "libeunomia_bpf.so";

    private ShimLibrary() { }

    static NativeLibrary open() throws OperationFailedException {
        String file = System.getProperty(PROPERTY, "");
        try {
            return file.isEmpty() ? fromFragment() : NativeLibrary.getInstance(Path.of(file).toAbsolutePath().toString());
        } catch (IOException | UnsatisfiedLinkError e) {
            throw unavailable(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static NativeLibrary fromFragment() throws IOException, OperationFailedException {
        String resource = "/os/linux/" + architecture() + "/" + FILE;
        try (InputStream in = ShimLibrary.class.getResourceAsStream(resource)) {
            if (in == null) throw unavailable("no " + resource + " on the class path", null);
            // The dynamic linker wants a file. It keeps what it has mapped, so the file goes away at once and nothing is left even after kill -9.
            Path copy = Files.createTempFile("eunomia", ".so");
            try {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                return NativeLibrary.getInstance(copy.toString());
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }

    /** As OSGi and SWT call it. */
    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private static OperationFailedException unavailable(String reason, Throwable cause) {
        return new OperationFailedException(new Failure.Unavailable("the native library " + FILE, reason,
                "build it with native/build and name it by -D" + PROPERTY + "=FILE, or add the fragment org.eunomia.kernel.libbpf.linux." + architecture()), cause);
    }
}
