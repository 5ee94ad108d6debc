package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Puts a loaded program on its hook, by its section and its options. */
public final class Attaching {
    private Attaching() { }

    /** Whether a program can be attached as it stands: its section says where, or its options do. */
    public static boolean isAutomatic(String section, Map<String, Object> options) {
        Section parsed = Section.of(section);
        return parsed.isAutomatic() || switch (parsed.kind()) {
            case "uprobe", "uretprobe" -> options.containsKey("symbol") || options.containsKey("function") || options.containsKey("offset");
            case "usdt" -> options.containsKey("provider");
            case "kprobe", "kretprobe" -> options.containsKey("function") || options.containsKey("symbol");
            case "xdp", "tc", "tcx", "classifier" -> options.containsKey("ifindex") || options.containsKey("interface");
            default -> Cgroup.takes(parsed) && options.containsKey("cgroup");
        };
    }

    /** @param onClose told once when the link is closed */
    public static Link attach(Pointer program, Map<String, Object> options, Consumer<AutoCloseable> onClose) throws OperationFailedException {
        Hook hook = Hook.of(program, new Options(options));
        List<Attachment> attachments = switch (hook.section().kind()) {
            case "uprobe", "uretprobe" -> List.of(Uprobe.attach(hook));
            case "usdt" -> List.of(Usdt.attach(hook));
            case "kprobe", "kretprobe" -> List.of(Kprobe.attach(hook));
            case "perf_event" -> PerfSampling.attach(hook);
            case "xdp" -> {
                int index = NetworkInterface.index(hook);
                yield List.of(hook.attach("xdp " + index, (log, out) -> Shim.eunomia_attach_xdp(log, program, index, out)));
            }
            case "tc", "tcx", "classifier" -> List.of(TrafficControl.attach(hook));
            case "tracepoint" -> {
                Tracefs.mount();
                yield List.of(byItsSection(hook));
            }
            case "kprobe.multi", "kretprobe.multi", "kprobe.session", "ksyscall", "kretsyscall" -> {
                Kprobe.checkSupported();
                yield List.of(byItsSection(hook));
            }
            default -> List.of(Cgroup.takes(hook.section()) ? Cgroup.attach(hook) : byItsSection(hook));
        };
        return new LibbpfLink(hook.name(), attachments, hook.section().kind().equals("iter"), onClose);
    }

    /** Whether {@code link} holds the hook that {@code program} goes to, and the kernel replaces programs there. */
    public static boolean fitsInPlace(Pointer program, Map<String, Object> options, Link link) throws OperationFailedException {
        String place = place(Hook.of(program, new Options(options)));
        return !place.isEmpty() && link instanceof LibbpfLink held && held.holds(place);
    }

    /** Puts {@code program} in the place of the one that {@code link} holds; {@code link} is spent then. */
    public static Link attachInPlace(Pointer program, Map<String, Object> options, Link link, Consumer<AutoCloseable> onClose) throws OperationFailedException {
        return ((LibbpfLink) link).handOver(Hook.of(program, new Options(options)), onClose);
    }

    private static String place(Hook hook) throws OperationFailedException {
        return switch (hook.section().kind()) {
            case "xdp" -> "xdp " + NetworkInterface.index(hook);
            case "tc", "tcx", "classifier" -> TrafficControl.place(hook, NetworkInterface.index(hook));
            default -> Cgroup.takes(hook.section()) ? Cgroup.place(hook) : "";
        };
    }

    private static Attachment byItsSection(Hook hook) throws OperationFailedException {
        return hook.attach((log, out) -> Shim.eunomia_attach(log, hook.program(), out));
    }
}
