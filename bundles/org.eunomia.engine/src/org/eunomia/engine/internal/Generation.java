package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.TraceSource;
import org.eunomia.pack.PackageDigest;

/** One package of a tracker in the kernel. Owns all that was made for it there. */
final class Generation implements AutoCloseable {
    private final int number;
    private final Package pack;
    /** Made beside the loading: the first time it takes as long as that. */
    private final CompletableFuture<String> digest;
    private final LoadedObject object;
    private final List<MapSpec> maps;
    private final Counters counters;
    private final List<Intake> intakes = new ArrayList<>();
    /** Those that a successor took over are no longer among them. */
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private final List<Link> iterators = new ArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private Optional<TraceSource> trace = Optional.empty();

    private Generation(int number, Package pack, CompletableFuture<String> digest, LoadedObject object) throws OperationFailedException {
        this.number = number;
        this.pack = pack;
        this.digest = digest;
        this.object = object;
        maps = RunningMaps.of(pack.maps(), object.maps());
        counters = Counters.of(maps, object);
        notices.addAll(object.notices());
    }

    /** What the loader is to be asked for. */
    static ObjectSpec objectSpec(StartSpec spec, Map<String, MapAccess> reuse) throws OperationFailedException {
        Package pack = spec.pack();
        Map<String, Map<String, Object>> options = new HashMap<>();
        for (ProgramSpec p : pack.programs()) if (!p.options().isEmpty()) options.put(p.name(), p.options());
        return new ObjectSpec(pack.name(), pack.object(), Params.globals(pack, spec.params()), spec.mapEntries(), options, reuse, KernelTypes.custom());
    }

    /**
     * Loads all of {@code spec} or, on failure, nothing. It is not attached yet.
     *
     * @param reuse maps in the kernel that this generation goes on with, by name
     */
    static Generation load(ObjectLoader loader, int number, StartSpec spec, Map<String, MapAccess> reuse) throws OperationFailedException {
        CompletableFuture<String> digest = CompletableFuture.supplyAsync(() -> PackageDigest.of(spec.pack()));
        try (Undo undo = new Undo()) {
            LoadedObject loaded = loader.load(objectSpec(spec, reuse));
            undo.push(loaded::close);
            Generation g = new Generation(number, spec.pack(), digest, loaded);
            undo.push(g::close);
            g.openSources();
            undo.keep();
            return g;
        }
    }

    private void openSources() throws OperationFailedException {
        for (MapSpec m : maps) {
            if (!(m.output() instanceof Output.Events events)) continue;
            RecordSource source = object.records(m.name());
            boolean perf = m.type().equals("perf_event_array");
            intakes.add(new Intake(m.name(), number, source, new Layouts(m.name(), events.variants(), perf, notices::add)));
        }
        if (maps.stream().allMatch(m -> m.output() instanceof Output.None)) openTrace();
    }

    /** A program that shows nothing else may still print. One that does not is no worse off without the trace pipe. */
    private void openTrace() {
        try {
            trace = Optional.of(object.trace());
        } catch (OperationFailedException e) {
            notices.add("what it prints is not shown: " + e.failure().summary());
        }
    }

    /**
     * Puts the programs on their hooks, beside those of {@code predecessor}, or in their place on hooks where the kernel does that in one step. After a
     * failure {@code predecessor} is as it was, while some of these may be on: then close this. Records wait in the kernel's buffers for {@link #intakes}.
     */
    void attach(Optional<Generation> predecessor) throws OperationFailedException {
        Map<String, ProgramSpec> specs = new HashMap<>();
        for (ProgramSpec p : pack.programs()) specs.put(p.name(), p);
        List<LoadedObject.ProgramInfo> left = new ArrayList<>();
        Takeover takeover = new Takeover(object, predecessor.map(g -> g.links).orElse(List.of()));
        for (LoadedObject.ProgramInfo p : object.programs()) {
            ProgramSpec spec = specs.get(p.name());
            if (spec != null && !spec.attach()) continue;
            boolean options = spec != null && !spec.options().isEmpty();
            if (!p.autoAttach() && !options) left.add(p);
            else if (!takeover.plan(p.name())) links.add(attach(p));
        }
        if (links.isEmpty() && takeover.isEmpty() && !object.programs().isEmpty()) throw nothingToAttach(left.isEmpty() ? object.programs().getFirst() : left.getFirst());
        // Last, so that nothing else can fail any more once a hook has changed hands.
        if (predecessor.isPresent()) links.addAll(takeover.run(predecessor.get().object));
        for (LoadedObject.ProgramInfo p : left) notices.add("program " + p.name() + " is loaded only: " + p.section() + " does not say where to attach it");
    }

    private Link attach(LoadedObject.ProgramInfo p) throws OperationFailedException {
        Link link = object.attach(p.name());
        if (p.section().startsWith("iter/") || p.section().startsWith("iter.s/")) iterators.add(link);
        return link;
    }

    private static OperationFailedException nothingToAttach(LoadedObject.ProgramInfo p) {
        return new OperationFailedException(new Failure.AttachFailed(p.name(), p.section(), "the section does not say where to attach it", whereTo(p.section())));
    }

    private static String whereTo(String section) {
        int slash = section.indexOf('/');
        return switch (slash < 0 ? section : section.substring(0, slash)) {
            case "xdp", "xdp.frags", "tc", "tcx", "classifier" -> "give it the attach option interface, for example interface=eth0";
            case "cgroup", "cgroup_skb", "sockops", "lsm_cgroup" -> "give it the attach option cgroup, for example cgroup=/sys/fs/cgroup";
            case "uprobe", "uretprobe", "usdt" -> "give it the attach options path and function, for example path=/bin/bash";
            case "socket", "sk_skb", "sk_msg", "sk_reuseport", "struct_ops", "syscall", "freplace" -> "such programs are attached by a program that owns the other end, not by a tracker";
            default -> "name the hook in SEC(), for example SEC(\"tracepoint/syscalls/sys_enter_openat\")";
        };
    }

    int number() {
        return number;
    }

    PackageInfo pack() {
        return new PackageInfo(pack.name(), pack.version(), digest.join());
    }

    LoadedObject object() {
        return object;
    }

    /** With their real sizes. */
    List<MapSpec> maps() {
        return maps;
    }

    /** One line each for what was decided for this generation. Grows while it runs. */
    List<String> notices() {
        return notices;
    }

    List<Intake> intakes() {
        return intakes;
    }

    Optional<TraceSource> trace() {
        return trace;
    }

    /** Links whose programs run when they are read. */
    List<Link> iterators() {
        return iterators;
    }

    /** Whether nothing comes from elsewhere. */
    boolean onlyIterates() {
        return iterators.size() == links.size() && intakes.isEmpty();
    }

    /** What the kernel holds for all its maps. */
    long mapBytes() {
        return object.maps().stream().mapToLong(m -> object.memoryBytes(m.name())).sum();
    }

    /** How long its programs ran, as far as the kernel kept statistics. */
    long runNanos() {
        return object.runs().stream().mapToLong(LoadedObject.RunInfo::nanos).sum();
    }

    List<TrackerStats.ProgramStats> programStats() {
        Map<String, LoadedObject.RunInfo> runs = new HashMap<>();
        for (LoadedObject.RunInfo r : object.runs()) runs.put(r.program(), r);
        return object.programs().stream().map(p -> {
            LoadedObject.RunInfo run = runs.getOrDefault(p.name(), new LoadedObject.RunInfo(p.name(), 0, 0));
            return new TrackerStats.ProgramStats(p.name(), p.id(), run.count(), run.nanos(), p.verifiedInsns());
        }).toList();
    }

    /** The internal ones, too: they are part of what the tracker costs. */
    List<TrackerStats.MapStats> mapStats() {
        return object.maps().stream().map(m -> new TrackerStats.MapStats(m.name(), m.type(), m.id(), m.maxEntries(), object.memoryBytes(m.name()))).toList();
    }

    Losses losses() throws OperationFailedException {
        Map<String, Long> dropped = new HashMap<>();
        for (Intake i : intakes) if (i.source().lost() > 0) dropped.put("perf buffer " + i.map(), i.source().lost());
        return new Losses(counters.read(), dropped);
    }

    /** Takes the programs off their hooks, after which nothing new comes. Waits for the kernel for about 0.1 s a link. */
    void detach() {
        for (Link link : links.reversed()) link.close();
    }

    /** Detaches and unloads. Idempotent. */
    @Override
    public void close() {
        try (Undo all = new Undo()) {
            all.push(object::close);
            trace.ifPresent(t -> all.push(t::close));
            for (Intake i : intakes) all.push(i::close);
            for (Link link : links) all.push(link::close);
        }
    }
}
