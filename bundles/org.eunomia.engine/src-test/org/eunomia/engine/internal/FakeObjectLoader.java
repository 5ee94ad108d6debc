package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.LoadedObject.ProgramInfo;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RunStatistics;

/**
 * A kernel without a kernel: objects have the programs and maps of a {@link Shape}, and {@link #fire} is the traced thing happening.
 *
 * <p>What it claims of the real one, each proven there by a test of {@code org.eunomia.tests.kernel.engine}:
 * <ol>
 * <li>a program puts its record into every live object that it is attached in, and into none before it is attached or after its link is closed;
 * <li>what happens once sees the programs that are attached at one moment, and closing a link waits for the programs that run then;
 * <li>records come out of a ring in the order in which they went in, at most so many at a time as asked, and their bytes are only valid during the call;
 * <li>a ring holds a fixed number of bytes; what does not fit is counted in the map that holds {@code .data.loss}, at the map's offset;
 * <li>what a perf buffer does not take is counted by the source;
 * <li>records that came before a link was closed can still be read after;
 * <li>a wait ends when there is a record and when it is woken, also before it began;
 * <li>a map has one source at a time, which can be opened again after it was closed;
 * <li>entries of maps are what was last written; an array has all its entries from the start;
 * <li>what is printed comes as lines with pid and command;
 * <li>a reused map is the very same one, with its content, and outlives the object that it came from;
 * <li>the link of an iterator program gives what it prints each time it is asked, that of another program nothing;
 * <li>runs are counted, with their time, while somebody keeps statistics and not else; a map holds some memory;
 * <li>a hook of section {@code xdp/…} takes one program, and another in its place by its link, after which that link is spent;
 * <li>nothing of an object is alive after it is closed.
 * </ol>
 * Beyond that it fails where a test says so, by {@link #failAt}.
 */
final class FakeObjectLoader implements ObjectLoader {
    /** The map that a shape's counters are in. */
    static final String LOSS = ".data.loss";

    /** @param lossOffsets offset in {@code .data.loss} by the map that it counts for */
    record Shape(List<ProgramInfo> programs, List<MapInfo> maps, Map<String, Integer> lossOffsets) {
        static Shape empty() {
            return new Shape(List.of(), List.of(), Map.of());
        }

        /** A program that puts what happens at {@code section} into all buffers. */
        Shape program(String name, String section) {
            List<ProgramInfo> more = new ArrayList<>(programs);
            more.add(new ProgramInfo(name, section, "tracepoint", 100 + more.size(), section.contains("/"), 0));
            return new Shape(more, maps, lossOffsets);
        }

        Shape map(String name, String type, int keySize, int valueSize, int maxEntries) {
            List<MapInfo> more = new ArrayList<>(maps);
            more.add(new MapInfo(name, type, 200 + more.size(), keySize, valueSize, maxEntries, 0, name.startsWith(".")));
            return new Shape(programs, more, lossOffsets);
        }

        Shape ring(String name, int bytes) {
            return map(name, "ringbuf", 0, 0, bytes);
        }

        Shape counting(String map) {
            Map<String, Integer> more = new LinkedHashMap<>(lossOffsets);
            more.put(map, more.size() * 8);
            Shape s = lossOffsets.isEmpty() ? map(LOSS, "array", 4, 64, 1) : this;
            return new Shape(s.programs, s.maps, more);
        }
    }

    /** What every map of this kernel costs. */
    static final long MAP_BYTES = 4096;
    /** What every run of a program takes. */
    static final long RUN_NANOS = 1000;

    private record Hooked(FakeObject object, String program, String section) { }

    final List<FakeObject> objects = new CopyOnWriteArrayList<>();
    final List<ObjectSpec> loaded = new CopyOnWriteArrayList<>();
    /** Replaced whole, as the kernel does it. */
    private final List<Hooked> hooked = new CopyOnWriteArrayList<>();
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private final AtomicInteger keptOn = new AtomicInteger();
    private final Set<Object> alive = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** What an iterator program prints. */
    volatile String iterated = "";
    /** Links wait for it before they are off. */
    volatile CountDownLatch detaching = new CountDownLatch(0);

    /** Packages of that name have this shape. */
    FakeObjectLoader with(String pack, Shape shape) {
        shapes.put(pack, shape);
        return this;
    }

    /** From now on fails at {@code step}: {@code load}, {@code records MAP}, {@code attach PROGRAM}, {@code replace PROGRAM}, {@code statistics}, {@code trace}, {@code map NAME}, {@code lookup NAME}. */
    void failAt(String step) {
        failing.add(step);
    }

    void failNoMore() {
        failing.clear();
    }

    void step(String step) throws OperationFailedException {
        if (failing.contains(step)) throw new OperationFailedException(new Failure.Unavailable(step, "told to fail", ""));
    }

    @Override
    public FakeObject load(ObjectSpec spec) throws OperationFailedException {
        step("load");
        loaded.add(spec);
        FakeObject object = new FakeObject(this, shapes.get(spec.name()), spec);
        objects.add(object);
        return object;
    }

    FakeObject object(int index) {
        return objects.get(index);
    }

    /** The traced thing happens at {@code section}, carrying {@code record}. */
    void fire(String section, byte[] record) {
        running.readLock().lock();
        try {
            for (Hooked h : hooked) if (h.section.equals(section)) run(h, record);
        } finally {
            running.readLock().unlock();
        }
    }

    private void run(Hooked h, byte[] record) {
        if (keptOn.get() > 0) h.object.ran(h.program);
        h.object.put(record);
    }

    static boolean takesOne(String section) {
        return section.startsWith("xdp/");
    }

    void attach(FakeObject object, String program, String section) throws OperationFailedException {
        if (takesOne(section) && hooked.stream().anyMatch(h -> h.section.equals(section))) {
            throw new OperationFailedException(new Failure.AttachFailed(program, section, "Device or resource busy", ""));
        }
        hooked.add(new Hooked(object, program, section));
    }

    void replace(FakeObject from, String old, FakeObject to, String program, String section) {
        hooked.set(hooked.indexOf(new Hooked(from, old, section)), new Hooked(to, program, section));
    }

    @Override
    public RunStatistics keepStatistics() throws OperationFailedException {
        step("statistics");
        keptOn.incrementAndGet();
        AtomicBoolean open = new AtomicBoolean(true);
        born(open);
        return () -> {
            if (!open.getAndSet(false)) return;
            keptOn.decrementAndGet();
            gone(open);
        };
    }

    boolean keepsStatistics() {
        return keptOn.get() > 0;
    }

    void detach(FakeObject object, String program, String section) {
        hooked.remove(new Hooked(object, program, section));
        running.writeLock().lock();
        running.writeLock().unlock();
    }

    void born(Object resource) {
        alive.add(resource);
    }

    void gone(Object resource) {
        alive.remove(resource);
    }

    /** What was made and not closed. */
    List<String> residue() {
        return alive.stream().map(Object::toString).sorted().toList();
    }
}
