package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.core.StartSpec;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.TraceSource;

/** One package of a tracker in the kernel, attached. Owns all that was made for it there. */
final class Generation implements AutoCloseable {
    private final int number;
    private final LoadedObject object;
    private final List<MapSpec> maps;
    private final Counters counters;
    private final List<Intake> intakes = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private Optional<TraceSource> trace = Optional.empty();

    private Generation(int number, LoadedObject object, List<MapSpec> maps, Counters counters) {
        this.number = number;
        this.object = object;
        this.maps = maps;
        this.counters = counters;
    }

    /**
     * Loads and attaches all of {@code spec} or, on failure, nothing. Records wait in the kernel's buffers for {@link #intakes}.
     *
     * @param reuse   maps in the kernel that this generation goes on with, by name
     * @param notices takes one line each for what was decided here
     */
    static Generation open(ObjectLoader loader, int number, StartSpec spec, Map<String, MapAccess> reuse, Consumer<String> notices) throws OperationFailedException {
        Package pack = spec.pack();
        RunningMaps.check(pack, spec.mapEntries());
        Map<String, Map<String, Object>> options = new HashMap<>();
        for (ProgramSpec p : pack.programs()) if (!p.options().isEmpty()) options.put(p.name(), p.options());
        ObjectSpec object = new ObjectSpec(pack.name(), pack.object(), Params.globals(pack, spec.params()), spec.mapEntries(), options, reuse, null);
        try (Undo undo = new Undo()) {
            LoadedObject loaded = loader.load(object);
            undo.push(loaded::close);
            loaded.notices().forEach(notices);
            List<MapSpec> maps = RunningMaps.of(pack.maps(), loaded.maps());
            Generation g = new Generation(number, loaded, maps, Counters.of(maps, loaded));
            g.openSources(undo, notices);
            g.attach(pack, undo, notices);
            undo.keep();
            return g;
        }
    }

    private void openSources(Undo undo, Consumer<String> notices) throws OperationFailedException {
        boolean silent = true;
        for (MapSpec m : maps) {
            if (!(m.output() instanceof Output.None)) silent = false;
            if (!(m.output() instanceof Output.Events events)) continue;
            RecordSource source = object.records(m.name());
            undo.push(source::close);
            boolean perf = m.type().equals("perf_event_array");
            intakes.add(new Intake(m.name(), number, source, new Layouts(m.name(), events.variants(), perf, notices)));
        }
        if (silent) openTrace(undo, notices);
    }

    /** A program that shows nothing else may still print. One that does not is no worse off without the trace pipe. */
    private void openTrace(Undo undo, Consumer<String> notices) {
        try {
            TraceSource source = object.trace();
            undo.push(source::close);
            trace = Optional.of(source);
        } catch (OperationFailedException e) {
            notices.accept("what it prints is not shown: " + e.failure().summary());
        }
    }

    private void attach(Package pack, Undo undo, Consumer<String> notices) throws OperationFailedException {
        Map<String, ProgramSpec> specs = new HashMap<>();
        for (ProgramSpec p : pack.programs()) specs.put(p.name(), p);
        List<LoadedObject.ProgramInfo> left = new ArrayList<>();
        for (LoadedObject.ProgramInfo p : object.programs()) {
            ProgramSpec spec = specs.get(p.name());
            if (spec != null && !spec.attach()) continue;
            if (!p.autoAttach() && (spec == null || spec.options().isEmpty())) {
                left.add(p);
                continue;
            }
            Link link = object.attach(p.name());
            undo.push(link::close);
            links.add(link);
        }
        if (links.isEmpty() && !left.isEmpty()) throw nothingToAttach(left.getFirst());
        for (LoadedObject.ProgramInfo p : left) notices.accept("program " + p.name() + " is loaded only: " + p.section() + " does not say where to attach it");
    }

    private static OperationFailedException nothingToAttach(LoadedObject.ProgramInfo p) {
        return new OperationFailedException(new Failure.AttachFailed(p.name(), p.section(), "the section does not say where to attach it",
                "name the hook in SEC(), for example SEC(\"tracepoint/syscalls/sys_enter_openat\")"));
    }

    int number() {
        return number;
    }

    LoadedObject object() {
        return object;
    }

    /** With their real sizes. */
    List<MapSpec> maps() {
        return maps;
    }

    List<Intake> intakes() {
        return intakes;
    }

    Optional<TraceSource> trace() {
        return trace;
    }

    /** Records that came out of this generation so far. */
    long records() {
        return intakes.stream().mapToLong(Intake::records).sum();
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
