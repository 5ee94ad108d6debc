package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.junit.jupiter.api.Test;

class ObjectContentsTest {
    private static final String SOURCE = """
            typedef unsigned int u32;
            typedef unsigned long long u64;
            #define SEC(name) __attribute__((section(name), used))
            #define __uint(name, val) int (*name)[val]
            #define __type(name, val) __typeof__(val) *name
            #define __array(name, val) __typeof__(val) *name[]
            enum signal { SIGHUP = 1, SIGKILL = 9 };
            struct key { u32 pid; char comm[16]; };
            struct inner { __uint(type, 2); __uint(max_entries, 1); __type(key, u32); __type(value, u32); };
            struct { __uint(type, 27); __uint(max_entries, 262144); } rb SEC(".maps");
            struct { __uint(type, 4); __uint(key_size, 4); __uint(value_size, 4); } events SEC(".maps");
            struct { __uint(type, 10); __uint(max_entries, 100); __type(key, struct key); __type(value, u64); } counts SEC(".maps");
            struct { __uint(type, 7); __uint(max_entries, 50); __uint(key_size, 4); __uint(value_size, 1016); } stacks SEC(".maps");
            struct { __uint(type, 12); __uint(max_entries, 8); __type(key, u32); __array(values, struct inner); } outer SEC(".maps");
            const volatile int target_pid = 7;
            const volatile char wanted[16] = "ba\\\\sh";
            const volatile _Bool failed = 1;
            const volatile enum signal sig = SIGKILL;
            static const volatile u64 shares[4] = {1, 0x100000000};
            const volatile struct key filter;
            const int fixed = 3;
            volatile int state = 4;
            static __attribute__((noinline)) int helper(int x) { return x * target_pid + shares[x & 3] + wanted[x & 15] + failed + sig + filter.pid + fixed + state; }
            SEC("tp/sched/sched_switch") int on_switch(void *ctx) { return helper((long) ctx); }
            SEC("tp/sched/sched_switch") int on_switch_too(void *ctx) { return 0; }
            SEC("?kprobe/do_exit") int maybe(void *ctx) { return 0; }
            SEC("socket/tail") int tail(void *ctx) { return 0; }
            SEC("xdp") int drop(void *ctx) { return 1; }
            char LICENSE[] SEC("license") = "Dual MIT/GPL";
            """;

    private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
        return items.stream().collect(Collectors.toMap(name, i -> i));
    }

    private static ObjectContents read(String source) throws OperationFailedException {
        return ObjectContents.read(Clang.compile("bpfel", source));
    }

    @Test
    void listsProgramsInTheOrderOfTheFileWithoutSubprograms() throws OperationFailedException {
        ObjectContents contents = read(SOURCE);
        assertEquals(List.of(new ProgramSpec("on_switch", "tp/sched/sched_switch", true, Map.of()),
                new ProgramSpec("on_switch_too", "tp/sched/sched_switch", true, Map.of()),
                new ProgramSpec("maybe", "?kprobe/do_exit", false, Map.of()),
                new ProgramSpec("tail", "socket/tail", false, Map.of()),
                new ProgramSpec("drop", "xdp", true, Map.of())), contents.programs());
        assertEquals("Dual MIT/GPL", contents.license());
    }

    @Test
    void readsMapsWithTheirTypes() throws OperationFailedException {
        Map<String, MapSpec> maps = byName(read(SOURCE).maps(), MapSpec::name);
        assertEquals(List.of("counts", "events", "outer", "rb", "stacks"), maps.keySet().stream().sorted().toList());
        assertEquals(new MapSpec("rb", "ringbuf", 262144, null, null, new Output.Events(List.of()), List.of()), maps.get("rb"));
        assertEquals(new MapSpec("events", "perf_event_array", 0, null, null, new Output.Events(List.of()), List.of()), maps.get("events"));
        MapSpec counts = maps.get("counts");
        assertEquals("lru_percpu_hash", counts.type());
        assertEquals(100, counts.maxEntries());
        assertEquals("struct key", counts.key().cName());
        assertEquals(new Type.Int("u64", 8, false), counts.value());
        assertEquals(new Output.None(), counts.output());
        assertEquals(new MapSpec("stacks", "stack_trace", 50, null, null, new Output.Stacks(), List.of()), maps.get("stacks"));
        assertEquals("array_of_maps", maps.get("outer").type());
        assertNull(maps.get("outer").value());
    }

    @Test
    void readsParamsWithWhatTheyHold() throws OperationFailedException {
        ObjectContents contents = read(SOURCE);
        Map<String, ParamSpec> params = byName(contents.params(), ParamSpec::name);
        assertEquals(List.of("failed", "shares", "sig", "target_pid", "wanted"), params.keySet().stream().sorted().toList());
        assertEquals("7", params.get("target_pid").defaultValue());
        assertEquals("target-pid", params.get("target_pid").longOption());
        assertEquals("ba\\\\sh", params.get("wanted").defaultValue());
        assertEquals("true", params.get("failed").defaultValue());
        assertEquals("SIGKILL", params.get("sig").defaultValue());
        assertEquals("1,4294967296", params.get("shares").defaultValue());
        assertTrue(contents.notices().contains("the global filter cannot be set: a struct key has no form as text"), contents.notices().toString());
    }

    @Test
    void findsEachParamWhereItsBytesAre() throws OperationFailedException {
        byte[] object = Clang.compile("bpfel", SOURCE);
        for (ParamSpec p : ObjectContents.read(object).params()) {
            ElfSection section = ElfFile.parse(object).section(p.section()).orElseThrow();
            byte[] bytes = new byte[p.type().size()];
            section.content().get(p.offset(), bytes);
            assertEquals(p.defaultValue(), GlobalText.format(p.type(), bytes), p.name());
            assertFalse(p.defaultValue().isEmpty(), p.name());
        }
    }

    @Test
    void readsBothByteOrdersAlike() throws OperationFailedException {
        ObjectContents little = ObjectContents.read(Clang.compile("bpfel", SOURCE));
        ObjectContents big = ObjectContents.read(Clang.compile("bpfeb", SOURCE));
        assertEquals(little.programs(), big.programs());
        assertEquals(little.maps(), big.maps());
        assertEquals(little.params(), big.params());
        assertTrue(big.notices().get(0).contains("big-endian"), big.notices().toString());
    }

    @Test
    void saysTheSameOfAStrippedObject() throws OperationFailedException {
        byte[] object = Clang.compile("bpfel", SOURCE);
        assertEquals(ObjectContents.read(object), ObjectContents.read(ObjectStripper.strip(object)));
    }

    @Test
    void namesProgramsAndMapsOfAnObjectWithoutBtf() throws OperationFailedException {
        ObjectContents contents = ObjectContents.read(Clang.compile("bpfel", "-g0", SOURCE));
        assertEquals(5, contents.programs().size());
        assertEquals(List.of("rb", "events", "counts", "stacks", "outer"), contents.maps().stream().map(MapSpec::name).toList());
        assertEquals(List.of(), contents.params());
        assertTrue(contents.notices().get(0).contains("no BTF"), contents.notices().toString());
    }

    @Test
    void listsMapsOfTheOldSection() throws OperationFailedException {
        ObjectContents contents = read("""
                struct bpf_map_def { unsigned type, key_size, value_size, max_entries, map_flags; };
                struct bpf_map_def first __attribute__((section("maps"), used)) = {1, 4, 8, 1024, 0};
                struct bpf_map_def second __attribute__((section("maps"), used)) = {4, 4, 4, 0, 0};
                """);
        assertEquals(List.of(new MapSpec("first", "hash", 1024, null, null, new Output.None(), List.of()),
                new MapSpec("second", "perf_event_array", 0, null, null, new Output.Events(List.of()), List.of())), contents.maps());
        assertTrue(contents.notices().get(0).contains("hash, key 4 bytes, value 8 bytes"), contents.notices().toString());
    }

    @Test
    void refusesProgramsForOtherMachines() {
        byte[] object = Clang.compile("x86_64-linux-gnu", "int x;");
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> ObjectContents.read(object));
        assertInstanceOf(Failure.ObjectInvalid.class, e.failure());
        assertTrue(e.getMessage().contains("machine 62"), e.getMessage());
    }
}
