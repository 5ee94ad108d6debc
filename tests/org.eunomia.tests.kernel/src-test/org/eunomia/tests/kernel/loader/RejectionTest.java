package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class RejectionTest {
    private static Failure load(String name, String source) {
        return load(ObjectSpec.of(name, BpfSource.compile(name, source)));
    }

    private static Failure load(ObjectSpec spec) {
        return assertThrows(OperationFailedException.class, () -> Kernel.loader().load(spec).close()).failure();
    }

    private static Failure.VerifierRejected rejection(String name, String source) {
        return assertInstanceOf(Failure.VerifierRejected.class, load(name, source));
    }

    /** Kernels before 6.10 write the text of the line only. */
    private static void assertLine(String file, int line, String text, Failure.VerifierRejected rejection) {
        assertEquals(text, rejection.sourceText());
        if (rejection.line() != 0 || rejection.log().contains(" @ ")) assertEquals(file + ":" + line, rejection.file().replaceFirst(".*/", "") + ":" + rejection.line());
    }

    @Test
    void pointsToAnEndlessLoop() {
        Failure.VerifierRejected rejection = rejection("endless", """
                volatile int go;
                SEC("raw_tp/sched_switch") int spin(void *ctx)
                {
                    for (;;)
                        go++;
                    return 0;
                }
                """);
        assertEquals("spin", rejection.program());
        assertTrue(rejection.reason().startsWith("infinite loop detected"), rejection.reason());
        assertLine("endless.bpf.c", 5, "go++;", rejection);
        assertTrue(rejection.hint().contains("no end to this loop"), rejection.hint());
        assertTrue(rejection.log().contains("processed "), rejection.log());
    }

    @Test
    void pointsToANullDereference() {
        Failure.VerifierRejected rejection = rejection("nullderef", """
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 16); __type(key, int); __type(value, long); } counts SEC(".maps");
                SEC("raw_tp/sched_switch") int count(void *ctx)
                {
                    int key = 1;
                    long *value = bpf_map_lookup_elem(&counts, &key);
                    *value += 1;
                    return 0;
                }
                """);
        assertEquals("R0 invalid mem access 'map_value_or_null'", rejection.reason());
        assertLine("nullderef.bpf.c", 6, "*value += 1;", rejection);
        assertTrue(rejection.hint().contains("may be NULL"), rejection.hint());
    }

    @Test
    void namesTheFieldThatThisKernelLacks() {
        Failure.VerifierRejected rejection = rejection("core", """
                struct task_struct { int no_such_field; } __attribute__((preserve_access_index));
                SEC("raw_tp/sched_switch") int read(void *ctx)
                {
                    struct task_struct *task = (void *)bpf_get_current_task();
                    return BPF_CORE_READ(task, no_such_field);
                }
                """);
        assertEquals("CO-RE relocation: this kernel has no struct task_struct.no_such_field", rejection.reason());
        assertTrue(rejection.hint().contains("bpf_core_field_exists"), rejection.hint());
    }

    @Test
    void explainsAProgramThatIsTooComplex() {
        Failure.VerifierRejected rejection = rejection("complex", """
                volatile unsigned go;
                SEC("raw_tp/sched_switch") int run(void *ctx)
                {
                    for (unsigned i = 0; i < 10000000; i++) if (bpf_get_prandom_u32() > 5) go += i;
                    return 0;
                }
                """);
        assertTrue(rejection.hint().contains("gave up following all paths"), rejection.reason());
    }

    @Test
    void namesAKernelFunctionThatIsMissing() {
        Failure failure = load("kfunc", """
                extern int bpf_no_such_kfunc(int x) __ksym;
                SEC("raw_tp/sched_switch") int call(void *ctx) { return bpf_no_such_kfunc(1); }
                """);
        assertEquals("cannot load kernel function (kfunc) bpf_no_such_kfunc: this kernel does not have it", failure.summary());
    }

    @Test
    void proposesSectionNames() {
        Failure failure = load("section", """
                SEC("tracepont/syscalls/sys_enter_openat") int open(void *ctx) { return 0; }
                """);
        assertEquals(new Failure.ObjectInvalid("program open", "section 'tracepont/syscalls/sys_enter_openat' is of no kind that libbpf knows",
                "did you mean tracepoint/syscalls/sys_enter_openat?"), failure);
    }

    @Test
    void proposesTracepointsForTypedPrograms() {
        Failure.NotFound failure = assertInstanceOf(Failure.NotFound.class, load("typed", """
                SEC("tp_btf/sched_swich") int BPF_PROG(on_switch) { return 0; }
                """));
        assertEquals("sched_switch", failure.suggestions().getFirst());
    }

    @Test
    void saysWhatIsWrongWithAMap() {
        Failure.LoadFailed failure = assertInstanceOf(Failure.LoadFailed.class, load("map", """
                struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, long); __type(value, long); } wide SEC(".maps");
                SEC("raw_tp/sched_switch") int look(void *ctx) { long key = 0; return !!bpf_map_lookup_elem(&wide, &key); }
                """));
        assertEquals("map wide", failure.what());
        assertEquals("keys of maps of type array have 4 bytes, these have 8", failure.hint());
    }

    @Test
    void refusesAnObjectOfTheOtherByteOrder() {
        byte[] elf = BpfSource.compile("order", "SEC(\"raw_tp/sched_switch\") int run(void *ctx) { return 0; }");
        // The class and byte order of an ELF file stand in bytes 4 and 5 of its head; libbpf looks no further.
        elf[5] = (byte) (3 - elf[5]);
        assertInstanceOf(Failure.ObjectInvalid.class, load(ObjectSpec.of("order", elf)));
    }

    @Test
    void refusesWhatIsNoObject() {
        assertInstanceOf(Failure.ObjectInvalid.class, load(ObjectSpec.of("text", "just text".getBytes())));
        assertInstanceOf(Failure.ObjectInvalid.class, load(ObjectSpec.of("nothing", new byte[0])));
    }

    @Test
    void refusesAGlobalBeyondItsSection() {
        byte[] elf = BpfSource.compile("globals", "const volatile int level; SEC(\"raw_tp/sched_switch\") int run(void *ctx) { return level; }");
        ObjectSpec spec = new ObjectSpec("globals", elf, List.of(new ObjectSpec.GlobalValue(".rodata", 2, new byte[4])), Map.of(), Map.of(), null);
        assertInstanceOf(Failure.ObjectInvalid.class, load(spec));
    }
}
