package org.eunomia.kernel.libbpf.internal.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** The interface that options {@code ifindex} or {@code interface} name. */
final class NetworkInterface {
    private NetworkInterface() { }

    static int index(Hook hook) throws OperationFailedException {
        Optional<Integer> index = hook.options().number("ifindex", 1, Integer.MAX_VALUE);
        if (index.isPresent()) return index.get();
        String name = hook.options().text("interface")
                .orElseThrow(() -> hook.failed("no network interface is given", "set the program's option interface (one of " + String.join(", ", names()) + ") or ifindex"));
        int found = Libc.if_nametoindex(name);
        if (found == 0) throw new OperationFailedException(new Failure.NotFound("network interface", name, Nearest.to(name, names())));
        return found;
    }

    private static List<String> names() {
        try (Stream<Path> interfaces = Files.list(Path.of("/sys/class/net"))) {
            return interfaces.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
