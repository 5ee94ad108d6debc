package org.eunomia.engine.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.StackFrame;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.engine.internal.hooks.HookCatalogue;
import org.eunomia.engine.internal.symbols.Symbols;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.pack.PackageDigest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs trackers in this process. What does not start is in no list; what ended stays listed with its reason until {@link Registry#MOST_ENDED}
 * others have ended after it, but without its events.
 */
@Component(service = TrackerService.class)
public final class Engine implements TrackerService {
    private final ObjectLoader loader;
    private final EventBuffer.Limits limits;
    private final LongSupplier nanos;
    private final Registry registry = new Registry();
    private final Symbols symbols = new Symbols();
    private final Supervision supervision;
    private final HookCatalogue hooks;

    @Activate
    public Engine(@Reference ObjectLoader loader) {
        this(loader, EventBuffer.Limits.configured(), System::nanoTime, true);
    }

    /** @param supervised whether somebody looks after the trackers by the clock; else by {@link Supervision#tick} */
    Engine(ObjectLoader loader, EventBuffer.Limits limits, LongSupplier nanos, boolean supervised) {
        this.loader = new LineFindingLoader(loader);
        this.limits = limits;
        this.nanos = nanos;
        hooks = new HookCatalogue(loader, Path.of("/"));
        supervision = new Supervision(loader, registry::all, nanos, supervised);
    }

    Supervision supervision() {
        return supervision;
    }

    @Override
    public TrackerInfo start(StartSpec spec) throws OperationFailedException {
        String wanted = nameOf(spec);
        Allowance allowance = Allowance.of(spec.options(), nanos.getAsLong());
        if (allowance.needsStatistics()) supervision.look();
        try (Undo undo = new Undo()) {
            String name = registry.take(wanted);
            undo.push(() -> registry.free(name));
            Generation first = Generation.load(loader, 1, spec, Map.of());
            undo.push(first::close);
            allowance.check(name, first::mapBytes);
            first.attach(Optional.empty());
            Tracker tracker = registry.add(id -> new Tracker(id, name, allowance, first, loader, limits, registry::ended, nanos));
            undo.keep();
            if (!name.equals(wanted)) tracker.notice("there is a tracker " + wanted + " already, this one is called " + name);
            tracker.begin();
            supervision.begin();
            return tracker.info();
        }
    }

    private static String nameOf(StartSpec spec) {
        return !spec.name().isEmpty() ? spec.name() : !spec.pack().name().isEmpty() ? spec.pack().name() : "tracker";
    }

    @Override
    public TrackerInfo restore(StartSpec spec) throws OperationFailedException {
        try {
            return start(spec);
        } catch (OperationFailedException e) {
            PackageInfo pack = new PackageInfo(spec.pack().name(), spec.pack().version(), PackageDigest.of(spec.pack()));
            return listFailed(nameOf(spec), pack, spec.options(), e.failure());
        }
    }

    @Override
    public TrackerInfo listFailed(String name, StartOptions options, Failure why) {
        return listFailed(name, PackageInfo.UNKNOWN, options, why);
    }

    private TrackerInfo listFailed(String name, PackageInfo pack, StartOptions options, Failure why) {
        return registry.addFailed(id -> new TrackerInfo(id, name, TrackerInfo.State.FAILED, 1, Instant.now(), List.of(), List.of(), List.of(), why.summary(), pack, options));
    }

    @Override
    public TrackerStats stats(TrackerId id) throws OperationFailedException {
        Tracker tracker = registry.find(id);
        try {
            if (tracker.running()) supervision.look();
        } catch (OperationFailedException e) {
            tracker.notice("how long its programs run is not known: " + e.failure().summary());
        }
        return tracker.stats();
    }

    @Override
    public VerifyReport verify(StartSpec spec) throws OperationFailedException {
        ObjectSpec object = Generation.objectSpec(spec, Map.of());
        try (LoadedObject loaded = loader.load(object)) {
            return new VerifyReport(true, loaded.programs().stream().map(Engine::accepted).toList(), loaded.notices(), null);
        } catch (OperationFailedException e) {
            return switch (e.failure()) {
                case Failure.VerifierRejected f -> new VerifyReport(false, List.of(rejected(f)), List.of(), f);
                case Failure.LoadFailed f -> new VerifyReport(false, List.of(), List.of(), f);
                case Failure.ObjectInvalid f -> new VerifyReport(false, List.of(), List.of(), f);
                case Failure.NotSupported f -> new VerifyReport(false, List.of(), List.of(), f);
                default -> throw e;
            };
        }
    }

    private static VerifyReport.Verdict rejected(Failure.VerifierRejected f) {
        return new VerifyReport.Verdict(f.program(), "", false, 0, -1, f.log());
    }

    private static VerifyReport.Verdict accepted(LoadedObject.ProgramInfo p) {
        return new VerifyReport.Verdict(p.name(), p.section(), true, p.verifiedInsns(), -1, "");
    }

    @Override
    public void stop(TrackerId id) throws OperationFailedException {
        if (registry.failed(id).isEmpty()) registry.find(id).end(TrackerInfo.State.STOPPED, "stopped on request");
    }

    @Override
    public List<TrackerInfo> list() {
        return registry.list();
    }

    @Override
    public TrackerInfo show(TrackerId id) throws OperationFailedException {
        Optional<TrackerInfo> failed = registry.failed(id);
        return failed.isPresent() ? failed.get() : registry.find(id).info();
    }

    @Override
    public EventReader events(TrackerId id, long fromPosition) throws OperationFailedException {
        return registry.find(id).events(fromPosition);
    }

    @Override
    public LossLedger losses(TrackerId id) throws OperationFailedException {
        return registry.find(id).losses();
    }

    @Override
    public UpdateReport update(TrackerId id, StartSpec spec, boolean carryMaps) throws OperationFailedException {
        // A new budget of CPU time that cannot be held refuses the update as it would a start.
        if (spec.options().budget().cpuPercent() > 0) supervision.look();
        return registry.find(id).update(spec, carryMaps);
    }

    @Override
    public UpdateReport lastUpdate(TrackerId id, Duration timeout) throws OperationFailedException, InterruptedException {
        return registry.find(id).lastUpdate(timeout);
    }

    @Override
    public List<MapEntry> entries(TrackerId id, String map) throws OperationFailedException {
        return registry.find(id).useMap(map, MapContent::entries);
    }

    @Override
    public Optional<byte[]> lookup(TrackerId id, String map, byte[] key) throws OperationFailedException {
        return registry.find(id).useMap(map, m -> MapContent.lookup(m, key));
    }

    @Override
    public void put(TrackerId id, String map, byte[] key, byte[] value) throws OperationFailedException {
        registry.find(id).useMap(map, m -> MapContent.put(m, key, value));
    }

    @Override
    public boolean remove(TrackerId id, String map, byte[] key) throws OperationFailedException {
        return registry.find(id).useMap(map, m -> MapContent.remove(m, key));
    }

    @Override
    public void clear(TrackerId id, String map) throws OperationFailedException {
        registry.find(id).useMap(map, MapContent::clear);
    }

    @Override
    public List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) throws OperationFailedException {
        return symbols.frames(pid, addresses, registry.find(id)::notice);
    }

    @Override
    public Hooks hooks(HookKind kind, String filter, int limit) throws OperationFailedException {
        return hooks.list(kind, filter, limit);
    }

    @Deactivate
    @Override
    public void close() {
        registry.close();
        // Beside each other, since each waits for the kernel for some tenths of a second.
        List<Tracker> all = List.copyOf(registry.all());
        List<Thread> ending = all.stream().filter(Tracker::running)
                .map(t -> Thread.ofPlatform().name("eunomia-end").start(() -> t.end(TrackerInfo.State.STOPPED, "the runtime ended"))).toList();
        ending.forEach(Uninterrupted::join);
        // Those that were about to end by themselves are waited for, too.
        all.forEach(t -> t.end(TrackerInfo.State.STOPPED, "the runtime ended"));
        supervision.close();
    }
}
