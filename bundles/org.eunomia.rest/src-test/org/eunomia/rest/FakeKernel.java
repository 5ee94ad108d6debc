package org.eunomia.rest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.elf.ObjectContents;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.RunStatistics;
import org.eunomia.kernel.TraceSource;

/** A kernel port without a kernel: objects have what their ELF says, and {@link #fire} puts a record into all that are attached. */
final class FakeKernel implements ObjectLoader {
    static final int CPUS = 2;
    private final List<Loaded> objects = new CopyOnWriteArrayList<>();
    private volatile Failure refusal;

    /** The next loads fail with it; null to go on. */
    void refuse(Failure failure) {
        refusal = failure;
    }

    void fire(byte[] record) {
        for (Loaded o : objects) if (!o.attached.isEmpty()) o.rings.values().forEach(r -> r.put(record));
    }

    /** A record of the sample's {@code struct event}. */
    static byte[] event(int pid, long number, String comm) {
        ByteBuffer record = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder()).putInt(0, pid).putLong(8, number);
        return record.put(16, comm.getBytes()).array();
    }

    int live() {
        return objects.size();
    }

    @Override
    public RunStatistics keepStatistics() {
        return () -> { };
    }

    /** A folder with two tracepoints that no kernel has. */
    @Override
    public Path tracefs() throws OperationFailedException {
        if (refusal != null) throw new OperationFailedException(refusal);
        return Daemon.file("tracefs/available_events").getParent();
    }

    @Override
    public LoadedObject load(ObjectSpec spec) throws OperationFailedException {
        if (refusal != null) throw new OperationFailedException(refusal);
        Loaded loaded = new Loaded(ObjectContents.read(spec.elf()), spec);
        objects.add(loaded);
        return loaded;
    }

    private final class Loaded implements LoadedObject {
        private final ObjectContents contents;
        private final Map<String, Entries> maps = new LinkedHashMap<>();
        private final Map<String, Ring> rings = new LinkedHashMap<>();
        private final Set<String> attached = ConcurrentHashMap.newKeySet();

        Loaded(ObjectContents contents, ObjectSpec spec) {
            this.contents = contents;
            for (MapSpec m : contents.maps()) {
                MapInfo info = new MapInfo(m.name(), m.type(), 200 + maps.size(), size(m.key()), size(m.value()), m.maxEntries(), 0, false);
                if (m.type().equals("ringbuf")) rings.put(m.name(), new Ring(m.maxEntries()));
                maps.put(m.name(), spec.reuse().get(m.name()) instanceof Entries reused ? reused : new Entries(info));
            }
            maps.put(MapSpec.LOSS_SECTION, new Entries(new MapInfo(MapSpec.LOSS_SECTION, "array", 299, 4, 64, 1, 0, true)));
        }

        private static int size(Type type) {
            return type == null ? 0 : type.size();
        }

        @Override
        public List<ProgramInfo> programs() {
            return contents.programs().stream().map(p -> new ProgramInfo(p.name(), p.section(), "tracepoint", 100, true, 42)).toList();
        }

        @Override
        public List<MapInfo> maps() {
            return maps.values().stream().map(Entries::info).toList();
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public Link attach(String program) {
            attached.add(program);
            return new Link() {
                @Override
                public String program() {
                    return program;
                }

                @Override
                public void close() {
                    attached.remove(program);
                }
            };
        }

        @Override
        public RecordSource records(String map) {
            return rings.get(map);
        }

        @Override
        public MapAccess map(String name) throws OperationFailedException {
            if (!maps.containsKey(name)) throw new OperationFailedException(new Failure.NotFound("map", name, List.of()));
            return maps.get(name);
        }

        @Override
        public TraceSource trace() {
            return new TraceSource() {
                @Override
                public List<Line> read(Duration timeout) {
                    return List.of();
                }

                @Override
                public void close() { }
            };
        }

        @Override
        public void close() {
            objects.remove(this);
        }
    }

    private static final class Ring implements RecordSource {
        private final Deque<byte[]> records = new ArrayDeque<>();
        private final int capacity;
        private boolean woken;

        Ring(int capacity) {
            this.capacity = capacity;
        }

        synchronized void put(byte[] record) {
            records.add(record);
            notifyAll();
        }

        @Override
        public synchronized int drain(Sink sink, int limit) {
            int n = 0;
            for (; n < limit && !records.isEmpty(); n++) sink.accept(ByteBuffer.wrap(records.poll()).order(ByteOrder.nativeOrder()));
            return n;
        }

        @Override
        public synchronized void await(Duration timeout) {
            try {
                if (records.isEmpty() && !woken) wait(Math.max(1, timeout.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            woken = false;
        }

        @Override
        public synchronized void wake() {
            woken = true;
            notifyAll();
        }

        @Override
        public long capacityBytes() {
            return capacity;
        }

        @Override
        public long lost() {
            return 0;
        }

        @Override
        public void close() { }
    }

    private static final class Entries implements MapAccess {
        private final LoadedObject.MapInfo info;
        private final Map<ByteBuffer, byte[]> entries = new LinkedHashMap<>();

        Entries(LoadedObject.MapInfo info) {
            this.info = info;
            int bytes = info.isPerCpu() ? (info.valueSize() + 7) / 8 * 8 * CPUS : info.valueSize();
            for (int i = 0; info.type().endsWith("array") && i < info.maxEntries(); i++) {
                entries.put(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, i), new byte[bytes]);
            }
        }

        @Override
        public LoadedObject.MapInfo info() {
            return info;
        }

        @Override
        public synchronized List<MapEntry> entries() {
            List<MapEntry> all = new ArrayList<>();
            entries.forEach((k, v) -> all.add(new MapEntry(k.array().clone(), v.clone())));
            return all;
        }

        @Override
        public synchronized Optional<byte[]> lookup(byte[] key) {
            return Optional.ofNullable(entries.get(ByteBuffer.wrap(key))).map(byte[]::clone);
        }

        @Override
        public synchronized void update(byte[] key, byte[] value) {
            entries.put(ByteBuffer.wrap(key.clone()), value.clone());
        }

        @Override
        public synchronized boolean delete(byte[] key) {
            return entries.remove(ByteBuffer.wrap(key)) != null;
        }
    }
}
