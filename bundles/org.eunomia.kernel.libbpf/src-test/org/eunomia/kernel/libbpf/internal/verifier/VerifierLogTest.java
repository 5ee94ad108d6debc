package org.eunomia.kernel.libbpf.internal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The logs are what Linux 6.18 and 6.1 really wrote, but for the report of 7.3, which is put together from what its source prints. */
class VerifierLogTest {
    private static Rejection parse(String log) throws IOException {
        return VerifierLog.parse(read(log));
    }

    private static String read(String log) throws IOException {
        try (InputStream in = VerifierLogTest.class.getResourceAsStream(log)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void findsTheLineOfANullDereference() throws IOException {
        assertEquals(new Rejection("R0 invalid mem access 'map_value_or_null'", 7, "nullderef.bpf.c", 12, "*v += 1;", ""), parse("nullderef.log"));
    }

    @Test
    void findsTheLineInAnObjectWithoutSourceText() {
        assertEquals(new Rejection("R0 invalid mem access 'map_value_or_null'", 7, "nullderef.bpf.c", 12, "", ""),
                VerifierLog.parse("; 12 @ nullderef.bpf.c:12\n7: (79) r1 = *(u64 *)(r0 +0)\nR0 invalid mem access 'map_value_or_null'\n"));
    }

    @Test
    void findsTheReasonBehindAJump() {
        String log = "; while (x != 7) x++; @ el.bpf.c:5\n8: (55) if r2 != 0x7 goto pc-5 4: R1=map_value(map=el.bss,ks=4,vs=4) R10=fp0\n"
                + "4: (61) r2 = *(u32 *)(r1 +0)          ; R1=map_value(map=el.bss,ks=4,vs=4) R2=scalar()\n8: (55) if r2 != 0x7 goto pc-5 ";
        assertEquals("infinite loop detected at insn 4", VerifierLog.parse(log + "infinite loop detected at insn 4\ncur state: R1=ctx() R10=fp0\n").reason());
        assertEquals("BPF program is too large. Processed 1000001 insn", VerifierLog.parse(log + "BPF program is too large. Processed 1000001 insn\n"
                + "processed 1000001 insns (limit 1000000) max_states_per_insn 4 total_states 14289 peak_states 14289 mark_read 0\n").reason());
    }

    @Test
    void findsTheLoopThatTheReasonNames() throws IOException {
        assertEquals(new Rejection("infinite loop detected at insn 2", 2, "loop.bpf.c", 10, "for (;;) go++;", ""), parse("loop.log"));
    }

    @Test
    void joinsWhatTheVerifierSaysInSeveralLines() throws IOException {
        Rejection rejection = parse("oob.log");
        assertEquals("invalid access to map value, value_size=32 off=2040 size=8; R6 max value is outside of the allowed memory range", rejection.reason());
        assertEquals(14, rejection.line());
    }

    @Test
    void findsWhereAReferenceLeaks() throws IOException {
        Rejection rejection = parse("leak.log");
        assertEquals("Unreleased reference id=2 alloc_insn=4; BPF_EXIT instruction in main prog would lead to reference leak", rejection.reason());
        assertEquals(14, rejection.line());
    }

    @Test
    void keepsTheLineBeforeCodeThatNoLineStandsFor() throws IOException {
        assertEquals(8, parse("uninit.log").line());
    }

    @Test
    void namesWhatCannotBeRelocated() throws IOException {
        Rejection rejection = parse("core.log");
        assertEquals("failed to resolve CO-RE relocation <byte_off> [5] struct task_struct.no_such_field (0:0 @ offset 0)", rejection.reason());
        assertEquals("core.bpf.c", rejection.file());
    }

    @Test
    void readsALogWithoutLineNumbers() throws IOException {
        assertEquals(new Rejection("R0 invalid mem access 'map_value_or_null'", 7, "", 0, "*v += 1;", ""), parse("nullderef-6.1.log"));
    }

    @Test
    void findsTheLoopInALogWithoutLineNumbers() throws IOException {
        assertEquals(new Rejection("infinite loop detected at insn 2", 2, "", 0, "for (;;) go++;", ""), parse("loop-6.1.log"));
    }

    @Test
    void readsTheReportOfLinux73() throws IOException {
        assertEquals(new Rejection("R0 may be NULL here (a nullable map value pointer). The program could dereference NULL on this path, so the verifier cannot prove "
                + "this access is safe.", 7, "nullderef.bpf.c", 12, "*v += 1;",
                "Add a NULL check before the access and dereference the pointer only on the non-NULL path."), parse("nullderef-7.3.log"));
    }

    @Test
    void readsAReportWithoutSourceLines() throws IOException {
        assertEquals(new Rejection("R0 has never been initialized on this path, so the verifier cannot use it as an input.", 0, "", 0, "",
                "Initialize R0 on every path before this instruction."), parse("unreadable-7.3.log"));
    }

    @Test
    void takesTheHeadLineOfAReportWithoutReason() {
        assertEquals("Resource Lifetime Safety: Leaked reference", VerifierLog.parse("9: (95) exit\n\nVerification failed: Resource Lifetime Safety: Leaked reference\n").reason());
    }

    @Test
    void saysNothingAboutAnEmptyLog() {
        assertEquals(new Rejection("", -1, "", 0, "", ""), VerifierLog.parse(""));
    }

    @Test
    void tellsACutOffLogFromAWholeOne() throws IOException {
        String log = read("loop.log");
        assertTrue(VerifierLog.isComplete(log));
        assertFalse(VerifierLog.isComplete(log.substring(0, log.length() / 2)));
    }
}
