package org.eunomia.ide.core.targets;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.LocalDaemon;

/** This host, and what this process may do on it. Only reads; asks the kernel for nothing that needs a right. */
public final class LocalHost {
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_PERFMON = 38;
    private static final int CAP_BPF = 39;
    private final Path socket;
    private final List<Path> others;

    public LocalHost(Map<String, String> environment) {
        LocalDaemon own = LocalDaemon.own(environment);
        socket = LocalDaemon.OF_ROOT.folder().resolve("studio-" + System.getProperty("user.name") + ".socket");
        others = List.of(own.socket(), LocalDaemon.OF_ROOT.socket());
    }

    /** Whether this process may load BPF programs, by its capabilities (uapi/linux/capability.h). */
    public boolean mayLoad() {
        long held = capabilities();
        return has(held, CAP_SYS_ADMIN) || has(held, CAP_BPF) && has(held, CAP_PERFMON);
    }

    private static boolean has(long held, int capability) {
        return (held >>> capability & 1) != 0;
    }

    private static long capabilities() {
        return line(Path.of("/proc/self/status"), "CapEff:").map(hex -> Long.parseUnsignedLong(hex, 16)).orElse(0L);
    }

    private static Optional<String> line(Path file, String start) {
        try {
            return Files.readAllLines(file).stream().filter(l -> l.startsWith(start)).map(l -> l.substring(start.length()).strip()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where a daemon that works for this user is to listen. */
    public Path socket() {
        return socket;
    }

    /** Of a daemon on this host that this user may call. */
    URI daemon() throws OperationFailedException {
        if (Files.isWritable(socket)) return unix(socket);
        for (Path other : others) if (Files.isWritable(other)) return unix(other);
        throw new OperationFailedException(notPermitted());
    }

    private static URI unix(Path path) {
        return URI.create("unix:" + path.toString().replace(" ", "%20"));
    }

    public static Failure notPermitted() {
        return new Failure.NotPermitted("load BPF programs as " + System.getProperty("user.name"), "CAP_BPF with CAP_PERFMON", "start the local daemon from the target's menu, which asks for an administrator's password");
    }

    /** What is known without asking anybody. */
    static HostInfo info() {
        String host;
        try {
            host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            host = "localhost";
        }
        return new HostInfo("", host, System.getProperty("os.version"), System.getProperty("os.arch").replace("amd64", "x86_64"), "");
    }
}
