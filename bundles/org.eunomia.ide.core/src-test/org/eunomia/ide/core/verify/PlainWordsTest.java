package org.eunomia.ide.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nullcheck-6.18 | the pointer from bpf_map_lookup_elem() in line 22 may be NULL and is used without a check
            calls-6.18 | the pointer from bpf_map_lookup_elem() in line 20 may be NULL and is used without a check
            nullderef-6.1 | the pointer from bpf_map_lookup_elem() may be NULL and is used without a check
            nullderef-7.3 | the pointer from bpf_map_lookup_elem() in line 11 may be NULL and is used without a check
            direct-6.18 | the value from line 10 is a number to the verifier, not memory that it lets the program read
            paths-6.18 | the value from line 12 is a number to the verifier, not memory that it lets the program read
            bounds-6.18 | an access of 1 byte at offset 116 may lie outside of memory of 68 bytes
            packet-6.18 | 2 bytes at offset 12 of the packet are accessed, but only 0 bytes are known to be there
            leak-6.18 | what bpf_ringbuf_reserve() in line 13 gave is not released on this path
            loop-6.18 | the verifier sees no end to this loop
            ret-6.18 | the program has to return a number from 0 to 3, but may return another value
            arg-6.18 | argument 2 of bpf_map_lookup_elem() has to be memory of the program, such as a variable or the value of a map, but is a number
            uninit-6.18 | 100 bytes of the stack are read, of which some were never written
            core-6.18 | this kernel has no struct task_struct___x.no_such_field
            unreadable-7.3 | the program ends without a return value
            """)
    void explainsWhatKernelsSay(String log, String words) {
        assertEquals(words, PlainWords.of("", Logs.parse(log)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            program of this type cannot use helper bpf_redirect#23 | bpf_redirect() cannot be called by programs of this type
            unknown func bpf_redirect#23 | bpf_redirect() cannot be called by programs of this type
            helper call is not allowed in probe | this helper cannot be called by programs of this type
            cannot call GPL-restricted function from non-GPL compatible program | this is only for programs with a GPL compatible licence
            invalid bpf_context access off=32000 size=8 | the program's context has no 8 readable bytes at offset 32000
            back-edge from insn 5 to 2 | the verifier sees no end to this loop
            BPF program is too large. Processed 1000001 insn | the program has more paths than the verifier follows
            R6 max value is outside of the allowed memory range | the offset or size has no limit that the verifier knows of
            R2 min value is negative, either use unsigned or 'var &= const' | the offset or size may be negative
            R1 type=ctx expected=map_ptr | argument 1 has to be a map, but is the program's context
            CO-RE relocation: this kernel has no struct x.y | this kernel has no struct x.y
            something that no kernel has said yet | something that no kernel has said yet
            """)
    void explainsReasonsWithoutALog(String reason, String words) {
        assertEquals(words, PlainWords.of(reason, VerifierLog.parse("")));
    }

    @Test
    void tellsNullFromOtherNumbers() {
        String log = "28: (55) if r8 != 0x0 goto pc+4       ; R8=0\n29: (b7) r1 = 1  ; R1=1\n33: (63) *(u32 *)(r8 +0) = r7\nR8 invalid mem access 'scalar'\n";
        assertEquals("this is NULL on one of the paths that lead here", PlainWords.of("", VerifierLog.parse(log)));
    }

    @Test
    void takesTheReportsWordsForWhatItDoesNotKnow() {
        String log = "9: (95) exit\nnever heard of\n\nVerification failed: Memory Safety\n\nReason:\n  The sky may\n  fall. Here, now.\n";
        assertEquals("The sky may fall", PlainWords.of("", VerifierLog.parse(log)));
    }
}
