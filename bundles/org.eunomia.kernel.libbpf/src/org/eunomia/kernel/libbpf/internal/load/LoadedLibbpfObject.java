package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.TraceSource;
import org.eunomia.kernel.libbpf.internal.attach.Attaching;
import org.eunomia.kernel.libbpf.internal.map.KernelInfo;
import org.eunomia.kernel.libbpf.internal.map.KernelInfo.Code;
import org.eunomia.kernel.libbpf.internal.map.Lifetime;
import org.eunomia.kernel.libbpf.internal.map.MapHandle;
import org.eunomia.kernel.libbpf.internal.map.MapKind;
import org.eunomia.kernel.libbpf.internal.ring.PerfBufferSource;
import org.eunomia.kernel.libbpf.internal.ring.RingBufferSource;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.trace.PrintkSource;

/** Owns a loaded {@code struct bpf_object} and everything made from it; closes in reverse order. */
final class LoadedLibbpfObject implements LoadedObject {
    /** Of one CPU. */
    private static final int PERF_BUFFER_PAGES = 64;
    private static final int LARGEST_RING = 1 << 29;

    private final OpenObject object;
    private final ObjectSpec spec;
    private final List<String> notices;
    private final Map<String, Pointer> programs = new LinkedHashMap<>();
    private final Map<String, Pointer> maps = new LinkedHashMap<>();
    private final List<ProgramInfo> programInfos = new ArrayList<>();
    private final Map<String, MapInfo> mapInfos = new LinkedHashMap<>();
    private final Map<String, RecordSource> sources = new LinkedHashMap<>();
    private final Lifetime lifetime = new Lifetime();
    private final List<AutoCloseable> owned = new ArrayList<>();
    private boolean closed;

    LoadedLibbpfObject(OpenObject object, ObjectSpec spec, List<String> notices) {
        this.object = object;
        this.spec = spec;
        this.notices = List.copyOf(notices);
        for (Pointer program : object.programs()) {
            int fd = Shim.bpf_program__fd(program);
            if (fd < 0) continue; // marked as optional by its section, SEC("?…")
            programs.put(Shim.bpf_program__name(program), program);
            programInfos.add(info(program, fd, spec));
        }
        for (Pointer map : object.maps()) {
            int fd = Shim.bpf_map__fd(map);
            if (fd < 0) continue;
            MapInfo info = MapKind.info(map, KernelInfo.mapId(fd));
            maps.put(info.name(), map);
            mapInfos.put(info.name(), info);
        }
    }

    private static ProgramInfo info(Pointer program, int fd, ObjectSpec spec) {
        KernelInfo.Program known = KernelInfo.program(fd);
        int number = Shim.bpf_program__type(program);
        String type = Shim.libbpf_bpf_prog_type_str(number);
        String name = Shim.bpf_program__name(program);
        String section = Shim.bpf_program__section_name(program);
        return new ProgramInfo(name, section, type == null ? "type_" + number : type, known.id(),
                Attaching.isAutomatic(section, spec.options().getOrDefault(name, Map.of())), known.verifiedInsns());
    }

    @Override
    public List<ProgramInfo> programs() {
        return List.copyOf(programInfos);
    }

    @Override
    public List<MapInfo> maps() {
        return List.copyOf(mapInfos.values());
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    @Override
    public synchronized Link attach(String program) throws OperationFailedException {
        checkOpen();
        Pointer found = find("program", program, programs);
        Link link = Attaching.attach(found, spec.options().getOrDefault(program, Map.of()), this::forget);
        owned.add(link);
        return link;
    }

    @Override
    public synchronized boolean fitsInPlace(String program, Link link) throws OperationFailedException {
        checkOpen();
        return Attaching.fitsInPlace(find("program", program, programs), spec.options().getOrDefault(program, Map.of()), link);
    }

    @Override
    public synchronized Link attachInPlace(String program, Link link) throws OperationFailedException {
        checkOpen();
        Link taken = Attaching.attachInPlace(find("program", program, programs), spec.options().getOrDefault(program, Map.of()), link, this::forget);
        owned.add(taken);
        return taken;
    }

    @Override
    public synchronized List<RunInfo> runs() {
        if (closed) return List.of();
        List<RunInfo> all = new ArrayList<>();
        programs.forEach((name, program) -> {
            KernelInfo.Runs runs = KernelInfo.runs(Shim.bpf_program__fd(program));
            all.add(new RunInfo(name, runs.count(), runs.nanos()));
        });
        return all;
    }

    @Override
    public synchronized long memoryBytes(String map) {
        Pointer found = maps.get(map);
        return closed || found == null ? 0 : KernelInfo.memoryBytes(Shim.bpf_map__fd(found));
    }

    private synchronized void forget(AutoCloseable resource) {
        owned.remove(resource);
    }

    @Override
    public synchronized RecordSource records(String map) throws OperationFailedException {
        checkOpen();
        Pointer found = find("map", map, maps);
        if (sources.containsKey(map)) throw new IllegalStateException("map " + map + " has a reader");
        RecordSource source = open(found, mapInfos.get(map));
        sources.put(map, source);
        owned.add(source);
        return source;
    }

    private RecordSource open(Pointer map, MapInfo info) throws OperationFailedException {
        int fd = Shim.bpf_map__fd(map);
        try {
            return switch (info.type()) {
                case MapKind.RINGBUF -> {
                    if (Integer.compareUnsigned(info.maxEntries(), LARGEST_RING) > 0) {
                        throw new OperationFailedException(new Failure.LimitExceeded("ring buffer " + info.name(), LARGEST_RING + " bytes", ""));
                    }
                    yield new RingBufferSource(fd, info.maxEntries(), () -> forgetSource(info.name()));
                }
                case MapKind.PERF_EVENT_ARRAY -> PerfBufferSource.open(fd, Math.min(info.maxEntries(), Shim.libbpf_num_possible_cpus()),
                        PERF_BUFFER_PAGES * Libc.pageSize(), () -> forgetSource(info.name()));
                default -> throw new OperationFailedException(new Failure.NotSupported("reading records from a map of type " + info.type(), "",
                        "records come out of ringbuf and perf_event_array maps"));
            };
        } catch (LastErrorException e) {
            throw new OperationFailedException(new Failure.Unavailable("cannot map buffer " + info.name(), Libc.message(e.getErrorCode()), ""), e);
        }
    }

    private synchronized void forgetSource(String map) {
        RecordSource source = sources.remove(map);
        owned.remove(source);
    }

    @Override
    public synchronized MapAccess map(String name) throws OperationFailedException {
        checkOpen();
        Pointer found = find("map", name, maps);
        return new MapHandle(mapInfos.get(name), Shim.bpf_map__fd(found), Shim.libbpf_num_possible_cpus(), lifetime);
    }

    @Override
    public synchronized TraceSource trace() throws OperationFailedException {
        checkOpen();
        List<Code> code = programs.values().stream().flatMap(program -> KernelInfo.code(Shim.bpf_program__fd(program)).stream()).toList();
        TraceSource source = PrintkSource.open(code, this::forget);
        owned.add(source);
        return source;
    }

    private static Pointer find(String what, String name, Map<String, Pointer> known) throws OperationFailedException {
        Pointer found = known.get(name);
        if (found == null) throw new OperationFailedException(new Failure.NotFound(what, name, Nearest.to(name, known.keySet())));
        return found;
    }

    private void checkOpen() {
        if (closed) throw new IllegalStateException("object " + spec.name() + " is closed");
    }

    @Override
    public void close() {
        List<AutoCloseable> reversed;
        synchronized (this) {
            if (closed) return;
            closed = true;
            reversed = new ArrayList<>(owned).reversed();
        }
        // Not under the lock: what is closed forgets itself, and detaching takes its time.
        for (AutoCloseable resource : reversed) close(resource);
        lifetime.end();
        object.close();
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing " + resource, e);
        }
    }
}
