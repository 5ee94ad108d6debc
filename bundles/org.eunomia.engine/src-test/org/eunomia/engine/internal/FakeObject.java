package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.TraceSource;

/** An object of {@link FakeObjectLoader}. */
final class FakeObject implements LoadedObject {
    private final FakeObjectLoader kernel;
    private final FakeObjectLoader.Shape shape;
    private final Map<String, FakeMap> maps = new HashMap<>();
    private final Map<String, FakeRecords> buffers = new HashMap<>();
    private final List<FakeLink> links = new CopyOnWriteArrayList<>();
    private final Map<String, Long> runs = new ConcurrentHashMap<>();
    private final FakeTrace printed;
    private volatile boolean closed;

    FakeObject(FakeObjectLoader kernel, FakeObjectLoader.Shape shape, ObjectSpec spec) {
        this.kernel = kernel;
        this.shape = shape;
        printed = new FakeTrace(kernel);
        for (MapInfo m : shape.maps()) {
            if (m.type().equals("ringbuf") || m.type().equals("perf_event_array")) buffers.put(m.name(), new FakeRecords(kernel, m));
            maps.put(m.name(), spec.reuse().get(m.name()) instanceof FakeMap reused ? reused : new FakeMap(kernel, m));
        }
        kernel.born(this);
    }

    /** A program puts its record into all buffers. */
    void put(byte[] record) {
        buffers.values().forEach(b -> put(b, record));
    }

    private void put(FakeRecords buffer, byte[] record) {
        if (buffer.put(record)) return;
        Integer offset = shape.lossOffsets().get(buffer.info().name());
        if (offset != null) maps.get(FakeObjectLoader.LOSS).addTo(offset, 1);
    }

    FakeTrace printed() {
        return printed;
    }

    FakeMap content(String map) {
        return maps.get(map);
    }

    FakeRecords buffer(String map) {
        return buffers.get(map);
    }

    private void mustBeOpen() {
        if (closed) throw new IllegalStateException("the object is closed");
    }

    @Override
    public List<ProgramInfo> programs() {
        return shape.programs();
    }

    @Override
    public List<MapInfo> maps() {
        return shape.maps();
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public Link attach(String program) throws OperationFailedException {
        mustBeOpen();
        kernel.step("attach " + program);
        kernel.attach(this, program, section(program));
        return linked(program, section(program));
    }

    private String section(String program) {
        return shape.programs().stream().filter(p -> p.name().equals(program)).findFirst().orElseThrow().section();
    }

    private FakeLink linked(String program, String section) {
        FakeLink link = new FakeLink(program, section);
        links.add(link);
        kernel.born(link);
        return link;
    }

    private final class FakeLink implements Link {
        private final String program;
        private final String section;
        private boolean spent;

        FakeLink(String program, String section) {
            this.program = program;
            this.section = section;
        }

        @Override
        public String program() {
            return program;
        }

        @Override
        public String text() throws OperationFailedException {
            kernel.step("text " + program);
            return section.startsWith("iter/") ? kernel.iterated : "";
        }

        boolean holds(String wanted) {
            return !spent && section.equals(wanted) && FakeObjectLoader.takesOne(section);
        }

        FakeLink handOver(FakeObject to, String newProgram) {
            spent = true;
            kernel.gone(this);
            kernel.replace(FakeObject.this, program, to, newProgram, section);
            return to.linked(newProgram, section);
        }

        @Override
        public void close() {
            if (spent) return;
            try {
                kernel.detaching.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            kernel.detach(FakeObject.this, program, section);
            kernel.gone(this);
        }

        @Override
        public String toString() {
            return "link of " + program;
        }
    }

    @Override
    public boolean fitsInPlace(String program, Link link) {
        mustBeOpen();
        return ((FakeLink) link).holds(section(program));
    }

    @Override
    public Link attachInPlace(String program, Link link) throws OperationFailedException {
        mustBeOpen();
        kernel.step("replace " + program);
        return ((FakeLink) link).handOver(this, program);
    }

    void ran(String program) {
        runs.merge(program, 1L, Long::sum);
    }

    @Override
    public List<RunInfo> runs() {
        return shape.programs().stream().map(p -> new RunInfo(p.name(), runs.getOrDefault(p.name(), 0L), runs.getOrDefault(p.name(), 0L) * FakeObjectLoader.RUN_NANOS)).toList();
    }

    @Override
    public long memoryBytes(String map) {
        return FakeObjectLoader.MAP_BYTES;
    }

    @Override
    public FakeRecords records(String map) throws OperationFailedException {
        mustBeOpen();
        kernel.step("records " + map);
        return buffers.get(map).open();
    }

    @Override
    public MapAccess map(String name) throws OperationFailedException {
        mustBeOpen();
        kernel.step("map " + name);
        return maps.get(name);
    }

    @Override
    public TraceSource trace() throws OperationFailedException {
        mustBeOpen();
        kernel.step("trace");
        return printed.open();
    }

    @Override
    public void close() {
        closed = true;
        links.forEach(Link::close);
        kernel.gone(this);
    }

    @Override
    public String toString() {
        return "object";
    }

    /** A record or key of one int. */
    static byte[] number(int value) {
        return ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(0, value).array();
    }
}
