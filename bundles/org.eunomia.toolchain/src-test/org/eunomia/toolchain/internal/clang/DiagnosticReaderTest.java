package org.eunomia.toolchain.internal.clang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Diagnostic.Edit;
import org.eunomia.core.Diagnostic.Severity;
import org.eunomia.core.Failure.CompileFailed;
import org.junit.jupiter.api.Test;

class DiagnosticReaderTest {
    @Test
    void readsPlacesSeveritiesAndFixes() {
        Messages m = Messages.read("""
                In file included from a b.c:1:
                dir/x.h:2:10: error: expected ';' after top level declarator
                int x = 3
                         ^
                         ;
                fix-it:"dir/x.h":{2:10-2:10}:";"
                a b.c:7:1: warning: unused [-Wunused]
                a b.c:6:1: note: declared here
                1 error generated.
                """);
        assertEquals(List.of(new Diagnostic("dir/x.h", 2, 10, Severity.ERROR, "expected ';' after top level declarator", ";", List.of(new Edit(2, 10, 2, 10, ";"))),
                new Diagnostic("a b.c", 7, 1, Severity.WARNING, "unused [-Wunused]", ""), new Diagnostic("a b.c", 6, 1, Severity.NOTE, "declared here", "")), m.diagnostics());
        assertEquals(true, m.text().contains("         ^\n         ;\na b.c:7:1"));
    }

    @Test
    void keepsAllPartsOfAFix() {
        Messages m = Messages.read("""
                x.c:4:9: note: place parentheses around the assignment to silence this warning
                fix-it:"x.c":{4:7-4:7}:"("
                fix-it:"x.c":{4:12-4:12}:")"
                """);
        assertEquals(List.of(new Edit(4, 7, 4, 7, "("), new Edit(4, 12, 4, 12, ")")), m.diagnostics().get(0).edits());
    }

    @Test
    void offersNoFixInAnotherFile() {
        Messages m = Messages.read("x.c:4:9: error: no\nfix-it:\"x.c\":{4:7-4:7}:\"(\"\nfix-it:\"x.h\":{1:2-1:2}:\")\"\n");
        assertEquals(List.of(), m.diagnostics().get(0).edits());
    }

    @Test
    void readsColouredText() {
        Messages m = Messages.read("\u001b[1mx.c:1:2: \u001b[0m\u001b[0;1;31merror: \u001b[0m\u001b[1mno\u001b[0m\n");
        assertEquals(List.of(new Diagnostic("x.c", 1, 2, Severity.ERROR, "no", "")), m.diagnostics());
        assertEquals("\u001b[1mx.c:1:2: \u001b[0m\u001b[0;1;31merror: \u001b[0m\u001b[1mno\u001b[0m\n", m.text());
    }

    @Test
    void readsErrorsWithoutPlace() {
        assertEquals(List.of(new Diagnostic("", 0, 0, Severity.ERROR, "no such file or directory: 'y.c'", "")),
                Messages.read("clang: error: no such file or directory: 'y.c'\n").diagnostics());
    }

    @Test
    void findsTheSourceBehindNamesOfTheBackEnd() {
        Messages m = Messages.read("x.bpf.c:7:3: error: A call to built-in function 'memset' is not supported.\n");
        CompileFailed failure = (CompileFailed) m.failure(Path.of("some/where/x.bpf.c")).failure();
        assertEquals("some/where/x.bpf.c", failure.diagnostics().get(0).file());
    }
}
