package org.eunomia.kernel.libbpf.internal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            infinite loop detected at insn 2 | no end to this loop
            back-edge from insn 5 to 2 | no end to this loop
            BPF program is too large. Processed 1000001 insn | gave up
            The sequence of 8193 jumps is too complex. | gave up
            R0 invalid mem access 'map_value_or_null' | may be NULL
            R0 invalid mem access 'scalar' | bpf_probe_read_kernel()
            R0 invalid mem access 'inv' | bpf_probe_read_kernel()
            R6 max value is outside of the allowed memory range | out of bounds
            R2 min value is negative, either use unsigned or 'var &= const' | out of bounds
            Unreleased reference id=2 alloc_insn=4 | bpf_ringbuf_submit()
            program of this type cannot use helper bpf_redirect#23 | not for programs of this type
            unknown func bpf_redirect#23 | not for programs of this type
            cannot call GPL-restricted function from non-GPL compatible program | licence
            invalid bpf_context access off=32000 size=8 | context
            invalid read from stack R1 off=-64 size=100 | initialise
            R0 !read_ok | not set on every path
            combined stack size of 2 calls is 544. Too large | 512 bytes
            failed to resolve CO-RE relocation <byte_off> [5] struct task_struct.x (0:0 @ offset 0) | bpf_core_field_exists()
            """)
    void knowsTheUsualReasons(String reason, String partOfHint) {
        assertTrue(Hints.of(reason).contains(partOfHint), Hints.of(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "something that no kernel has said yet"})
    void staysSilentAboutOthers(String reason) {
        assertEquals("", Hints.of(reason));
    }

    /** As Linux 6.18 and 5.15 write it: the check in front is that of the loss counters. */
    @ParameterizedTest
    @ValueSource(strings = {"28: (55) if r8 != 0x0 goto pc+4       ; R8=0\n29: (b7) r1 = 1  ; R1=1\n33: (63) *(u32 *)(r8 +0) = r7\n",
            "27: (55) if r8 != 0x0 goto pc+4\n R0=inv0 R8_w=inv0 R10=fp0\n33: (63) *(u32 *)(r8 +0) = r7\n"})
    void tellsNullFromOtherNumbers(String log) {
        assertTrue(Hints.of("R8 invalid mem access 'scalar'", log).contains("may be NULL"));
        assertTrue(Hints.of("R1 invalid mem access 'scalar'", log).contains("bpf_probe_read_kernel()"));
    }
}
