package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.LastErrorException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** Where the kernel shows its tracepoints; mounted when it is not and the process may. It stays mounted, as systemd would have it. */
public final class Tracefs {
    private static final Path MOUNT = Path.of("/sys/kernel/tracing");
    private static final Path OF_DEBUGFS = Path.of("/sys/kernel/debug/tracing");

    private Tracefs() { }

    /** @return the folder that has {@code events} in it */
    public static synchronized Path mount() throws OperationFailedException {
        if (Files.isDirectory(MOUNT.resolve("events"))) return MOUNT;
        if (Files.isDirectory(OF_DEBUGFS.resolve("events"))) return OF_DEBUGFS;
        try {
            Libc.mount("tracefs", MOUNT.toString(), "tracefs", 0, null);
            return MOUNT;
        } catch (LastErrorException e) {
            throw new OperationFailedException(new Failure.Unavailable("tracefs", "not mounted, and mounting it fails: " + Libc.message(e.getErrorCode()),
                    "as root: mount -t tracefs tracefs " + MOUNT), e);
        }
    }
}
