package org.eunomia.ide.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.eunomia.ide.core.verify.VerifierReport.Note;
import org.junit.jupiter.api.Test;

class VerifierReportTest {
    private static VerifierReport report(String name) {
        return Logs.parse(name).sections().orElseThrow();
    }

    @Test
    void readsHeadReasonAndSuggestion() {
        VerifierReport report = report("bounds-7.3");
        assertEquals("Memory Safety", report.category());
        assertEquals("Access outside bounds", report.problem());
        assertEquals("The verifier cannot prove offset + access_size <= object_size. Here, the maximum offset is too large. R1 is a ring buffer record; offset is variable:"
                + " known bits 0x0, unknown mask 0x70, plus fixed offset 4; signed range [0, 112], unsigned range [0, 112]; access_size is 1; object_size is 68.", report.reason());
        assertEquals("Add or adjust a bounds check that proves offset + access_size stays within the object.", report.suggestion());
    }

    @Test
    void readsWhereItHappened() {
        assertEquals(Optional.of(new Note("bounds", new SourceLine("bounds.bpf.c", 21, "e->names[i][0] = 'x';"), 17, 24, "error", "access may be outside object bounds")),
                report("bounds-7.3").at());
    }

    @Test
    void readsWhatLedThere() {
        List<Note> path = report("bounds-7.3").causalPath();
        assertEquals(List.of("update", "branch", "update"), path.stream().map(Note::label).toList());
        assertEquals(List.of(12, 18, 22), path.stream().map(Note::instruction).toList());
        assertEquals("took the false branch of this conditional, goto not followed", path.get(1).message());
        assertEquals("R1 changed from ring buffer record at offset 0 to ring buffer record with variable offset: known bits 0x0, unknown mask 0x70, signed range [0, 112],"
                + " unsigned range [0, 112]", path.get(2).message());
    }

    @Test
    void keepsWhatThePathLeavesOut() {
        assertEquals(List.of("2 intermediate causal-history events omitted"), report("bounds-7.3").remarks());
    }

    @Test
    void readsPlacesThatAreInstructionsOnly() {
        VerifierReport report = report("unreadable-7.3");
        assertEquals(Optional.of(new Note("", SourceLine.NONE, 0, 0, "error", "R0 is not readable")), report.at());
        assertEquals(List.of(), report.causalPath());
    }

    @Test
    void takesTheHeadLineWhereThereIsNoReason() {
        VerifierReport report = VerifierLog.parse("9: (95) exit\n\nVerification failed: Resource Lifetime Safety: Leaked reference\n").sections().orElseThrow();
        assertEquals("Resource Lifetime Safety: Leaked reference", report.reason());
    }

    @Test
    void leavesTheLogBeforeItAsItIs() {
        VerifierLog log = Logs.parse("bounds-7.3");
        assertEquals(24, log.failing().orElseThrow().instruction());
        assertEquals(25, log.statistics().processed());
        assertEquals(Optional.of("120"), log.before(log.failing().orElseThrow()).value("R2"));
    }

    @Test
    void findsTheInstructionThatAPlaceIsAbout() {
        VerifierLog log = Logs.parse("bounds-7.3");
        assertEquals(List.of(24, 12, 18), java.util.stream.Stream.of("At:", ">>> 14 |", "took the false branch").map(part -> {
            int line = 0;
            while (!log.lines().get(line).contains(part)) line++;
            return log.stepAt(line).orElseThrow().instruction();
        }).toList());
    }
}
