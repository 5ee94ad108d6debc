package org.eunomia.toolchain.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.SourceCompiler.Source;
import org.eunomia.toolchain.ToolchainConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClangSourceCompilerTest {
    private static final String PROGRAM = """
            #include "mine.h"
            char LICENSE[] __attribute__((section("license"), used)) = "GPL";
            const volatile int limit = N;
            __attribute__((section("tracepoint/syscalls/sys_enter_nice"), used)) int on_nice(void *ctx) { return limit + MORE; }
            """;

    @TempDir
    Path cache;

    private SourceCompiler compiler(String clang) {
        return new ClangSourceCompiler(new ToolchainConfig(clang, List.of(), cache, null));
    }

    private Failure refusal(Source source) {
        return assertThrows(OperationFailedException.class, () -> compiler("").compile(source)).failure();
    }

    @Test
    void compilesATextWithItsHeadersAndMacros() throws Exception {
        SourceCompiler.Result result = compiler("").compile(new Source("nice.bpf.c", PROGRAM, Map.of("mine.h", "#define MORE 1\n"), Map.of("N", "7"), true, false));
        assertEquals("nice", result.pack().name());
        assertEquals(List.of("on_nice"), result.pack().programs().stream().map(p -> p.name()).toList());
        assertEquals("7", result.pack().params().getFirst().defaultValue());
        assertEquals(List.of(), result.diagnostics());
    }

    @Test
    void namesPlacesAsTheSenderDoes() {
        Failure.CompileFailed failed = assertInstanceOf(Failure.CompileFailed.class, refusal(Source.of("bad.bpf.c", "int x;\nint f(void) { return y; }\n")));
        Diagnostic error = failed.diagnostics().getFirst();
        assertEquals(new Diagnostic("bad.bpf.c", 2, 22, Diagnostic.Severity.ERROR, "use of undeclared identifier 'y'", ""), error);
        assertEquals("bad.bpf.c", failed.file());
        assertTrue(failed.output().startsWith("bad.bpf.c:2:22: error"), failed.output());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#include \"/etc/passwd\"", "#include </etc/passwd>", "#include \"../../etc/passwd\"", " # /* */ include \"/etc/passwd\"", "/* x */ #include \"/etc/passwd\"",
            "#inc\\\nlude \"/etc/passwd\"", "%:include \"/etc/passwd\"", "#define P \"/etc/passwd\"\n#include P", "#import \"/etc/passwd\"", "#if __has_include(</etc/passwd>)\n#endif",
            "char q = '\"'; \n#include \"/dev/zero\"", "#error don't\n#include_next <a/../../../etc/passwd>"})
    void opensNoOtherFilesOfTheHost(String text) {
        assertInstanceOf(Failure.RequestInvalid.class, refusal(Source.of("x.bpf.c", "int before;\n" + text + "\n")));
        assertInstanceOf(Failure.RequestInvalid.class, refusal(new Source("x.bpf.c", "#include \"x.h\"\n", Map.of("x.h", text), Map.of(), true, false)));
    }

    @Test
    void leavesTextAndCommentsAlone() throws Exception {
        String text = "// #include \"/etc/passwd\"\n/*\n#include \"/etc/passwd\"\n*/\nconst char *s = \"/*\\\" \\\n#include <a>\";\nchar LICENSE[] __attribute__((section(\"license\"), used)) = \"GPL\";\n";
        assertEquals("x", compiler("").compile(Source.of("x.bpf.c", text)).pack().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.bpf.c", "/tmp/x.bpf.c", "x.h", "-x.c", "", "a b.c"})
    void takesPlainNamesOnly(String name) {
        assertInstanceOf(Failure.RequestInvalid.class, refusal(Source.of(name, "int x;")));
        assertInstanceOf(Failure.RequestInvalid.class, refusal(new Source("x.bpf.c", "int x;", Map.of(name + "/x", ""), Map.of(), true, false)));
        assertInstanceOf(Failure.RequestInvalid.class, refusal(new Source("x.bpf.c", "int x;", Map.of(), Map.of(name + " -fplugin=x", ""), true, false)));
    }

    @Test
    void leavesNothingBehind() throws Exception {
        refusal(Source.of("left.bpf.c", "int x"));
        try (var left = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2)) {
            assertEquals(List.of(), left.filter(f -> f.endsWith("left.bpf.c")).toList());
        }
    }

    @Test
    void saysThatThereIsNoCompiler() {
        Failure failure = assertThrows(OperationFailedException.class, () -> compiler("/nowhere/clang").compile(Source.of("x.bpf.c", "int x;"))).failure();
        assertInstanceOf(Failure.Unavailable.class, failure);
    }
}
