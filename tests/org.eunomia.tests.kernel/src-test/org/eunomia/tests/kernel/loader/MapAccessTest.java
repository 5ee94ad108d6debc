package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.LoadedObject.MapInfo;
import org.eunomia.kernel.MapAccess;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class MapAccessTest {
    private static final byte[] ELF = BpfSource.compile("maps", """
            #define MAP(name, kind, entries, k, v) struct { __uint(type, BPF_MAP_TYPE_##kind); __uint(max_entries, entries); __type(key, k); __type(value, v); } name SEC(".maps")
            MAP(hash, HASH, 5000, int, int);
            MAP(sizeless, LRU_HASH, 0, int, int);
            MAP(array, ARRAY, 3, int, long);
            MAP(percpu, PERCPU_ARRAY, 2, int, int);
            struct { __uint(type, BPF_MAP_TYPE_STACK_TRACE); __type(key, int); } stacks SEC(".maps");
            struct { __uint(type, BPF_MAP_TYPE_QUEUE); __uint(max_entries, 4); __uint(key_size, 0); __uint(value_size, 4); } queue SEC(".maps");
            struct { __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY); __uint(key_size, 4); __uint(value_size, 4); } events SEC(".maps");
            struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 5000); } ring SEC(".maps");
            int counter = 7;
            SEC("raw_tp/sys_enter") int run(void *ctx) { int key = 0; counter++; return !!bpf_map_lookup_elem(&hash, &key) + !!bpf_map_lookup_elem(&percpu, &key); }
            """);
    private LoadedObject object;

    @BeforeEach
    void load() throws Exception {
        object = Kernel.loader().load(ObjectSpec.of("maps", ELF));
    }

    @AfterEach
    void unload() {
        object.close();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(number).array();
    }

    private static int number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt();
    }

    private MapInfo info(String name) {
        return object.maps().stream().filter(map -> map.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void listsAllEntriesOfALargeHash() throws Exception {
        MapAccess hash = object.map("hash");
        for (int i = 0; i < 5000; i++) hash.update(bytes(i), bytes(-i));
        Map<Integer, Integer> entries = hash.entries().stream().collect(Collectors.toMap(e -> number(e.key()), e -> number(e.value())));
        assertEquals(IntStream.range(0, 5000).boxed().collect(Collectors.toSet()), new TreeSet<>(entries.keySet()));
        assertEquals(-4711, entries.get(4711));
    }

    @Test
    void listsTheEntriesOfAnArrayInOrder() throws Exception {
        assertEquals(List.of(0, 1, 2), object.map("array").entries().stream().map(e -> number(e.key())).toList());
    }

    @Test
    void readsWritesAndDeletes() throws Exception {
        MapAccess hash = object.map("hash");
        assertTrue(hash.lookup(bytes(1)).isEmpty());
        hash.update(bytes(1), bytes(42));
        assertArrayEquals(bytes(42), hash.lookup(bytes(1)).orElseThrow());
        assertTrue(hash.delete(bytes(1)));
        assertFalse(hash.delete(bytes(1)));
    }

    @Test
    void givesAValueForEachPossibleCpuPaddedToEightBytes() throws Exception {
        int cpus = Integer.parseInt(Files.readString(Path.of("/sys/devices/system/cpu/possible")).strip().replaceFirst(".*-", "")) + 1;
        MapAccess percpu = object.map("percpu");
        assertEquals(List.of(8 * cpus, 8 * cpus), percpu.entries().stream().map(e -> e.value().length).toList());
        byte[] values = new byte[8 * cpus];
        for (int cpu = 0; cpu < cpus; cpu++) values[8 * cpu] = (byte) (cpu + 1);
        percpu.update(bytes(1), values);
        assertArrayEquals(values, percpu.lookup(bytes(1)).orElseThrow());
    }

    @Test
    void readsGlobalDataByItsSection() throws Exception {
        assertEquals(7, number(object.map(".data").lookup(bytes(0)).orElseThrow()));
        assertTrue(info(".data").internal());
    }

    @Test
    void fillsInSizesAndSaysSo() throws Exception {
        assertEquals(10_240, info("sizeless").maxEntries());
        assertEquals(8192, info("ring").maxEntries());
        assertTrue(info("events").maxEntries() > 0);
        assertEquals(127 * Long.BYTES, info("stacks").valueSize());
        assertEquals(List.of("map sizeless has no size of its own and gets 10240 entries"), object.notices().stream().filter(n -> n.contains("sizeless")).toList());
    }

    @Test
    void takesSizesFromTheUser() throws Exception {
        try (LoadedObject other = Kernel.loader().load(new ObjectSpec("maps", ELF, List.of(), Map.of("sizeless", 17), Map.of(), null))) {
            assertEquals(17, other.maps().stream().filter(map -> map.name().equals("sizeless")).findFirst().orElseThrow().maxEntries());
        }
    }

    @Test
    void goesOnWithTheMapOfAnotherObject() throws Exception {
        MapAccess hash = object.map("hash");
        hash.update(bytes(1), bytes(42));
        ObjectSpec reusing = new ObjectSpec("maps", ELF, List.of(), Map.of(), Map.of(), Map.of("hash", hash), null);
        try (LoadedObject next = Kernel.loader().load(reusing)) {
            object.close();
            assertArrayEquals(bytes(42), next.map("hash").lookup(bytes(1)).orElseThrow());
        }
    }

    @Test
    void refusesTheMapOfAnObjectThatIsUnloaded() throws Exception {
        MapAccess hash = object.map("hash");
        object.close();
        assertThrows(OperationFailedException.class, hash::entries);
        assertThrows(OperationFailedException.class, () -> hash.lookup(bytes(1)));
    }

    @Test
    void saysThatAQueueHasNoKeys() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> object.map("queue").entries());
        assertEquals("maps of type queue do not allow that", e.failure().hint());
    }

    @Test
    void refusesMoreThanThereIsRoomFor() throws Exception {
        MapAccess hash = object.map("hash");
        for (int i = 0; i < 5000; i++) hash.update(bytes(i), bytes(i));
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> hash.update(bytes(5000), bytes(0)));
        assertEquals("map hash exceeds the limit of 5000 entries", e.getMessage());
    }
}
