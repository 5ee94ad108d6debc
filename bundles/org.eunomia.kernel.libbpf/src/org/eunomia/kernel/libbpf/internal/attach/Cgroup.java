package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Programs on a cgroup, which the option {@code cgroup} names by its path. */
final class Cgroup {
    private static final Set<String> KINDS = Set.of("cgroup", "cgroup_skb", "sockops", "lsm_cgroup");

    private Cgroup() { }

    static boolean takes(Section section) {
        return KINDS.contains(section.kind());
    }

    /** A link of a {@code lsm_cgroup} program is not replaced: its hook is a function, which the two may not share. */
    static String place(Hook hook) {
        return hook.section().kind().equals("lsm_cgroup") ? "" : hook.options().text("cgroup").map(Cgroup::identity)
                .map(identity -> "cgroup " + Shim.bpf_program__type(hook.program()) + " " + Shim.bpf_program__expected_attach_type(hook.program()) + " " + identity).orElse("");
    }

    /** Two paths may lead to one folder, and another may lie at a path by now. */
    private static String identity(String path) {
        try {
            return String.valueOf(Files.readAttributes(Path.of(path), BasicFileAttributes.class).fileKey());
        } catch (IOException | InvalidPathException e) {
            return path;
        }
    }

    static Attachment attach(Hook hook) throws OperationFailedException {
        String path = hook.options().text("cgroup")
                .orElseThrow(() -> hook.failed("no cgroup is given", "set the program's option cgroup to a folder, for example /sys/fs/cgroup"));
        int fd;
        try {
            fd = Libc.open(path, Libc.O_RDONLY | Libc.O_DIRECTORY | Libc.O_CLOEXEC);
        } catch (LastErrorException e) {
            throw new OperationFailedException(new Failure.Unavailable("cgroup " + path, Libc.message(e.getErrorCode()), "it has to be a folder of a cgroup2 file system"), e);
        }
        try {
            // The link keeps the cgroup; the descriptor is needed for the call only.
            return hook.attach(place(hook), (log, out) -> Shim.eunomia_attach_cgroup(log, hook.program(), fd, out));
        } finally {
            Libc.close(fd);
        }
    }
}
