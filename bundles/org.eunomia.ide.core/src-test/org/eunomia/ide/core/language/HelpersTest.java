package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpersTest {
    private static final String HEADER = """
            /* This is auto-generated file. See bpf_doc.py for details. */
            struct task_struct;

            /*
             * bpf_ringbuf_reserve
             *
             * \tReserve *size* bytes of payload in a ring buffer *ringbuf*.
             * \t*flags* must be 0.
             *
             * Returns
             * \tValid pointer with *size* bytes of memory available; NULL,
             * \totherwise.
             */
            static void *(* const bpf_ringbuf_reserve)(void *ringbuf, __u64 size, __u64 flags) = (void *) 131;

            /*
             * bpf_ktime_get_ns
             *
             * Returns
             * \tCurrent *ktime*.
             */
            static __u64 (* const bpf_ktime_get_ns)(void) = (void *) 5;

            /*
             * bpf_something_new
             *
             * \tOf tomorrow.
             */
            static long (* const bpf_something_new)(int a,
            \tint b) = (void *) 999;
            """;
    private final Helpers helpers = Helpers.of(HEADER);

    private Helper helper(String name) {
        return helpers.find(name).orElseThrow();
    }

    @Test
    void takesPrototypeFromHeader() {
        assertEquals("void *bpf_ringbuf_reserve(void *ringbuf, __u64 size, __u64 flags)", helper("bpf_ringbuf_reserve").prototype());
        assertEquals("__u64 bpf_ktime_get_ns(void)", helper("bpf_ktime_get_ns").prototype());
        assertEquals("long bpf_something_new(int a, int b)", helper("bpf_something_new").prototype());
    }

    @Test
    void takesDescriptionWithoutMargin() {
        assertEquals("""
                Reserve *size* bytes of payload in a ring buffer *ringbuf*.
                *flags* must be 0.

                Returns
                Valid pointer with *size* bytes of memory available; NULL,
                otherwise.""", helper("bpf_ringbuf_reserve").description());
    }

    @Test
    void splitsPrototype() {
        assertEquals(List.of("void *ringbuf", "__u64 size", "__u64 flags"), helper("bpf_ringbuf_reserve").parameters());
        assertEquals("void *", helper("bpf_ringbuf_reserve").result());
        assertEquals(List.of(), helper("bpf_ktime_get_ns").parameters());
    }

    @Test
    void knowsKernelAndProgramTypes() {
        assertEquals("5.8", helper("bpf_ringbuf_reserve").since());
        assertTrue(helper("bpf_ringbuf_reserve").isFor("xdp"));
        assertTrue(helper("bpf_override_return").isFor("kprobe"));
        assertFalse(helper("bpf_override_return").isFor("xdp"));
        assertTrue(helper("bpf_spin_lock").newerTypes().contains("kprobe"));
    }

    @Test
    void keepsHelpersThatOnlyTheHeaderHas() {
        assertTrue(helper("bpf_something_new").isFor("xdp"));
        assertEquals("", helper("bpf_something_new").since());
    }

    @Test
    void keepsFactsWithoutHeader() {
        Helper helper = Helpers.load(List.of(Path.of("/nowhere"))).find("bpf_map_lookup_elem").orElseThrow();
        assertEquals("3.18", helper.since());
    }

    @Test
    void everyRowNamesKnownTypes() {
        for (Helper helper : Helpers.of("").all()) {
            assertTrue(helper.since().matches("\\d+\\.\\d+"), helper.name());
            assertFalse(helper.programTypes().isEmpty(), helper.name());
            assertTrue(ProgramTypes.ALL.containsAll(helper.programTypes()) && ProgramTypes.ALL.containsAll(helper.newerTypes()), helper.name());
        }
    }
}
