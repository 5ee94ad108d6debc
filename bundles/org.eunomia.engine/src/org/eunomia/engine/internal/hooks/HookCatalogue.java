package org.eunomia.engine.internal.hooks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectLoader;

/** Chooses from what this host has to attach to. Safe for use by several threads. */
public final class HookCatalogue {
    private final ObjectLoader kernel;
    private final Path root;
    private final KernelTypes types;

    /** @param root what the kernel's files are below of, {@code /} but in tests */
    public HookCatalogue(ObjectLoader kernel, Path root) {
        this.kernel = kernel;
        this.root = root;
        types = new KernelTypes(root.resolve("sys/kernel/btf"));
    }

    public Hooks list(HookKind kind, String filter, int limit) throws OperationFailedException {
        if (kind != HookKind.UPROBE) return select(listing(kind), new HookFilter(filter), limit);
        int colon = filter.indexOf(':');
        if (colon < 0) {
            throw new OperationFailedException(new Failure.RequestInvalid("filter", "it has to begin with the path of a program or library and a colon", "eunomia hooks library lists them"));
        }
        Path file = Path.of(filter.substring(0, colon).strip());
        // Beside the path, of which all names begin, the words count for the function alone.
        return select(new UserFunctions(root, file), new HookFilter(filter.substring(colon + 1)), limit);
    }

    private Listing listing(HookKind kind) throws OperationFailedException {
        return switch (kind) {
            case TRACEPOINT -> new Tracepoints(kernel.tracefs());
            case SYSCALL -> new Syscalls(new Tracepoints(kernel.tracefs()));
            case RAW_TRACEPOINT -> new RawTracepoints(types.now());
            case KPROBE -> probed();
            case FENTRY -> new TracedFunctions(new KernelFunctions(root), types.now());
            case LSM -> new SecurityHooks(types.now());
            case ITERATOR -> new Iterators(types.now());
            case CGROUP -> new AddressHooks(types.now());
            case LIBRARY -> new Libraries(root);
            case UPROBE -> throw new IllegalArgumentException("these are of a file");
        };
    }

    private Listing probed() throws OperationFailedException {
        if (!Files.exists(root.resolve("sys/bus/event_source/devices/kprobe")) && !Files.exists(kernel.tracefs().resolve("kprobe_events"))) {
            throw new OperationFailedException(new Failure.NotSupported("kprobe", "", "a kernel with CONFIG_KPROBES has it; tracepoints, tp_btf and fentry work without"));
        }
        return new ProbedFunctions(new KernelFunctions(root), types.orNone());
    }

    private static Hooks select(Listing listing, HookFilter filter, int limit) throws OperationFailedException {
        List<String> matching = listing.names().stream().filter(name -> filter.matches(name) && listing.isHook(name)).distinct().sorted(filter.order()).toList();
        List<Hook> chosen = new ArrayList<>();
        for (String name : matching.subList(0, Math.min(matching.size(), Math.min(Math.max(limit, 0), Hooks.MOST)))) chosen.add(listing.hook(name));
        return new Hooks(chosen, matching.size());
    }
}
