package org.eunomia.toolchain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileTest {
    private static final String PROGRAM = """
            struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(".maps");
            const volatile int target_pid = 3;
            SEC("tracepoint/syscalls/sys_enter_openat") int handle(void *ctx) {
                int *e = bpf_ringbuf_reserve(&rb, 4, 0);
                if (!e) return 0;
                *e = target_pid;
                bpf_ringbuf_submit(e, 0);
                return 0;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void namesPackageAfterFile() throws Exception {
        assertEquals("x", new Sources(folder).build(PROGRAM).pack().name());
    }

    @Test
    void givesTheSameBytesInEveryFolder() throws Exception {
        byte[] one = new Sources(folder.resolve("one")).build(PROGRAM).pack().object();
        byte[] other = new Sources(folder.resolve("a/much/longer/path")).build(PROGRAM).pack().object();
        assertArrayEquals(one, other);
        assertFalse(new String(one, StandardCharsets.ISO_8859_1).contains(folder.toString()));
    }

    @Test
    void keepsSourceLinesInObject() throws Exception {
        assertTrue(new String(new Sources(folder).build(PROGRAM).pack().object(), StandardCharsets.ISO_8859_1).contains("*e = target_pid;"));
    }

    @Test
    void namesPlaceAndFixOfSyntaxError() throws Exception {
        Failure.CompileFailed failure = assertInstanceOf(Failure.CompileFailed.class, new Sources(folder).failure("int x = 3\nint y;\n"));
        Diagnostic d = failure.diagnostics().get(0);
        assertEquals(folder.resolve("x.bpf.c").toString(), d.file());
        assertEquals(2, d.line());
        assertEquals(10, d.column());
        assertEquals(Diagnostic.Severity.ERROR, d.severity());
        assertEquals(";", d.fixIt());
        assertTrue(failure.output().contains("^"), failure.output());
        assertFalse(failure.output().contains("fix-it:"), failure.output());
    }

    @Test
    void namesMissingInclude() throws Exception {
        Failure.CompileFailed failure = assertInstanceOf(Failure.CompileFailed.class, new Sources(folder).failure("#include \"nowhere.h\"\n"));
        assertEquals(1, failure.diagnostics().size());
        assertTrue(failure.diagnostics().get(0).message().contains("nowhere.h"), failure.output());
    }

    @Test
    void refusesImplicitFunction() throws Exception {
        Failure failure = new Sources(folder).failure("int f(void) { return unknown_helper(); }\n");
        assertTrue(failure.summary().contains("unknown_helper"), failure.summary());
    }

    @Test
    void reportsWarningsOfASuccessfulBuild() throws Exception {
        BuildResult result = new Sources(folder).build(PROGRAM + "int g(char *p) { int *q = p; return *q; }\n");
        assertEquals(Diagnostic.Severity.WARNING, result.diagnostics().get(0).severity());
        assertTrue(result.output().contains("incompatible pointer types"), result.output());
    }

    @Test
    void namesTheSourceWhenItIsNotThere() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> new Sources(folder).toolchain().build(BuildSpec.of(folder.resolve("none.bpf.c"))));
        assertInstanceOf(Failure.NotFound.class, e.failure());
    }

    @Test
    void refusesFlagsThatRunCode() {
        for (String flag : List.of("-fplugin=x.so", "-o", "-Xclang", "-include", "@file", "-Wl,x", "-Wp,-MD,x", "-B.")) {
            OperationFailedException e = assertThrows(OperationFailedException.class,
                    () -> new Sources(folder).toolchain().build(BuildSpec.of(new Sources(folder).write("y.bpf.c", "")).withFlags(List.of(flag))), flag);
            assertInstanceOf(Failure.ParamInvalid.class, e.failure());
        }
    }

    @Test
    void passesDefinitionsAndFolders() throws Exception {
        Sources sources = new Sources(folder);
        sources.write("helpers.h", Sources.HELPERS);
        sources.write("more/more.h", "enum { FROM_HEADER = 5 };\n");
        Path source = sources.write("z.bpf.c", "#include \"helpers.h\"\n#include <more.h>\nconst volatile int p = FROM_FLAG + FROM_HEADER;\n" + PROGRAM);
        BuildResult result = sources.toolchain().build(BuildSpec.of(source).withFlags(List.of("-I", folder.resolve("more").toString(), "-DFROM_FLAG=2")));
        assertEquals("7", result.pack().params().get(0).defaultValue());
        assertTrue(result.dependencies().contains(folder.resolve("more/more.h")), result.dependencies().toString());
    }
}
