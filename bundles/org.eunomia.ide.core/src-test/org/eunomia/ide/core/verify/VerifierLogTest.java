package org.eunomia.ide.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifierLogTest {
    /** As Linux 5.15 writes it. */
    private static final String OLD = """
            ; int key = 1;
            0: (b7) r1 = 1
            1: (63) *(u32 *)(r10 -4) = r1
            ; long *v = bpf_map_lookup_elem(&m, &key);
            6: (85) call bpf_map_lookup_elem#1
            ; if (v)
            7: (15) if r0 == 0x0 goto pc+2
             R0_w=map_value(id=0,off=0,ks=4,vs=8,imm=0) R10=fp0 fp-8=mmmm????
            ; *v += 1;
            8: (79) r1 = *(u64 *)(r0 +0)
            9: (05) goto pc+1
            11: (95) exit

            from 7 to 10: R0_w=invP0 R10=fp0 fp-8=mmmm????
            ; return *v;
            10: (79) r0 = *(u64 *)(r0 +0)
            R0 invalid mem access 'inv'
            processed 8 insns (limit 1000000) max_states_per_insn 0 total_states 1 peak_states 1 mark_read 1
            """;

    private static Step failing(VerifierLog log) {
        return log.failing().orElseThrow();
    }

    @Test
    void readsInstructionsWithTheirLines() {
        VerifierLog log = Logs.parse("nullcheck-6.18");
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 8, 9), log.steps().stream().map(Step::instruction).toList());
        Step third = log.steps().get(2);
        assertEquals("*(u32 *)(r10 -4) = r0", third.mnemonic());
        assertEquals(new SourceLine("nullcheck.bpf.c", 17, "int key = bpf_get_current_pid_tgid() >> 32;"), third.source());
        assertEquals(log.lines().get(third.logLine()).substring(0, 4), "2: (");
    }

    @Test
    void keepsTheLineBeforeCodeThatNoLineStandsFor() {
        assertEquals(20, Logs.parse("nullcheck-6.18").steps().get(5).source().line());
    }

    @Test
    void findsTheFailingInstructionAndTheReason() {
        VerifierLog log = Logs.parse("nullcheck-6.18");
        assertEquals(9, failing(log).instruction());
        assertEquals(11, failing(log).source().line());
        assertEquals("R0 invalid mem access 'map_value_or_null'", log.reason());
        assertEquals(log.reason(), log.lines().get(log.reasonLine()));
    }

    @Test
    void joinsReasonsOfSeveralLines() {
        assertEquals("invalid access to memory, mem_size=68 off=116 size=1; R1 max value is outside of the allowed memory range", Logs.parse("bounds-6.18").reason());
    }

    @Test
    void readsTheReasonBehindAJump() {
        VerifierLog log = VerifierLog.parse("; while (x != 7) x++; @ el.bpf.c:5\n4: (61) r2 = *(u32 *)(r1 +0)          ; R2=scalar()\n"
                + "8: (55) if r2 != 0x7 goto pc-5 infinite loop detected at insn 4\ncur state: R1=ctx() R10=fp0\n");
        assertEquals("infinite loop detected at insn 4", log.reason());
        assertEquals(4, failing(log).instruction());
        assertEquals("if r2 != 0x7 goto pc-5", log.steps().getLast().mnemonic());
    }

    @Test
    void showsTheInstructionThatTheReasonNames() {
        assertEquals(11, failing(Logs.parse("loop-6.18")).instruction());
    }

    @Test
    void putsStatesTogetherFromChanges() {
        VerifierLog log = Logs.parse("nullcheck-6.18");
        assertEquals(Map.of("R0", "map_value_or_null(id=1,map=counts,ks=4,vs=8)", "R10", "fp0", "fp-8", "mmmm????"), log.before(failing(log)).values());
        assertEquals(List.of("R0", "R10", "fp-8"), List.copyOf(log.before(failing(log)).values().keySet()));
    }

    @Test
    void forgetsWhatACallDestroys() {
        VerifierLog log = Logs.parse("bounds-6.18");
        Step call = log.lastVisit(5).orElseThrow();
        assertEquals(Optional.of("68"), log.before(call).value("R2"));
        assertEquals(Optional.empty(), log.after(call).value("R2"));
        assertEquals("bpf_ringbuf_reserve", call.callee());
    }

    @Test
    void takesTheStateBehindABranchAsAWhole() {
        VerifierLog log = Logs.parse("paths-6.18");
        Step branch = log.lastVisit(11).orElseThrow();
        assertEquals("if r2 == 0x0 goto pc+3", branch.mnemonic());
        assertEquals("0", log.after(branch).values().get("R2"));
        assertEquals(Optional.of("scalar(id=1)"), log.before(failing(log)).value("R0"));
    }

    @Test
    void followsCallsIntoFunctions() {
        VerifierLog log = Logs.parse("calls-6.18");
        RegisterState state = log.before(failing(log));
        assertEquals(1, state.frame());
        assertEquals(Optional.of("map_value_or_null(id=1,map=counts,ks=4,vs=8)"), state.value("R1"));
        assertEquals(Optional.empty(), state.value("R7"));
    }

    @Test
    void readsLogsOfLinux515() {
        VerifierLog log = VerifierLog.parse(OLD);
        assertEquals("R0 invalid mem access 'inv'", log.reason());
        assertEquals(Optional.of("inv0"), log.before(failing(log)).value("R0"));
        assertEquals(Optional.of("map_value(id=0,off=0,ks=4,vs=8,imm=0)"), log.before(log.lastVisit(8).orElseThrow()).value("R0"));
        assertEquals(Optional.empty(), log.after(log.lastVisit(8).orElseThrow()).value("R1"));
    }

    @Test
    void followsTheWayAlongTheOtherSideOfABranch() {
        VerifierLog log = VerifierLog.parse(OLD);
        assertEquals(2, log.paths().size());
        assertEquals(List.of(0, 1, 6, 7, 10), log.wayTo(failing(log)).stream().map(Step::instruction).toList());
    }

    @Test
    void findsLinesByTheirText() {
        List<String> source = List.of("int key = 1;", "\tlong *v = bpf_map_lookup_elem(&m, &key);", "if (v)", "*v += 1;", "return *v;", "int key = 1;");
        VerifierLog log = VerifierLog.parse(OLD).located("x.bpf.c", source);
        assertEquals(new SourceLine("x.bpf.c", 5, "return *v;"), failing(log).source());
        assertEquals(1, log.steps().getFirst().source().line());
    }

    @Test
    void findsTheLastVisitOfALine() {
        VerifierLog log = Logs.parse("loop-6.18");
        assertEquals(Optional.of(6), log.visitOf(12, "loop.bpf.c", log.steps().get(6)).map(Step::index));
        assertEquals(Optional.empty(), log.visitOf(99, "loop.bpf.c", failing(log)));
    }

    @Test
    void findsTheInstructionOfALineOfTheLog() {
        VerifierLog log = Logs.parse("nullcheck-6.18");
        assertEquals(Optional.empty(), log.stepAt(0));
        assertEquals(Optional.of(3), log.stepAt(log.steps().get(3).logLine()).map(Step::index));
        assertEquals(Optional.of(9), log.stepAt(log.lines().size() - 1).map(Step::instruction));
    }

    @Test
    void readsTheStatistics() {
        assertEquals(new Statistics(22, 1_000_000, 2, 2), Logs.parse("leak-6.18").statistics());
    }

    @Test
    void takesALogWithoutRefusalForWhatItIs() {
        VerifierLog log = VerifierLog.parse("0: R1=ctx() R10=fp0\n0: (b7) r0 = 0                        ; R0=0\n1: (95) exit\nprocessed 2 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0\n");
        assertFalse(log.isRefusal());
        assertEquals(Optional.empty(), log.failing());
    }

    @Test
    void hasNothingToSayOfAnEmptyLog() {
        VerifierLog log = VerifierLog.parse("");
        assertTrue(log.steps().isEmpty() && log.failing().isEmpty() && !log.isRefusal());
    }

    @Test
    void keepsTheEndOfAnOverlongLog() {
        String log = "0: (05) goto pc-1\n".repeat(VerifierLogReader.MOST_CHARS / 18 + 1000) + "The sequence of 8193 jumps is too complex.\n";
        VerifierLog parsed = VerifierLog.parse(log);
        assertEquals("The sequence of 8193 jumps is too complex.", parsed.reason());
        assertTrue(parsed.omitted() > 900, "omitted " + parsed.omitted());
        assertEquals(log.lines().count(), parsed.lines().size() + parsed.omitted());
    }
}
