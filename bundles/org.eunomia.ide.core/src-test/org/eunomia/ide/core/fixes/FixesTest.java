package org.eunomia.ide.core.fixes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.core.Diagnostic.Edit;
import org.junit.jupiter.api.Test;

class FixesTest {
    private static final String HEAD = "// SPDX-License-Identifier: GPL-2.0\n#include \"vmlinux.h\"\n#include <bpf/bpf_helpers.h>\n\n";

    private static Problem compiler(String message, int line) {
        return new Problem(Problem.Kind.COMPILER, message, line, List.of());
    }

    private static String fixed(String source, Problem problem) {
        List<Fix> fixes = Fixes.of(source, problem);
        assertTrue(!fixes.isEmpty(), "no fix");
        return fixes.getFirst().apply(source);
    }

    private static List<String> labels(String source, Problem problem) {
        return Fixes.of(source, problem).stream().map(Fix::label).toList();
    }

    /** The line that is marked with {@code @} at its end, without the mark. */
    private static String function(String head, String body) {
        return HEAD + head + "\n{\n" + body + "}\n";
    }

    private static int line(String source) {
        return (int) source.substring(0, source.indexOf('@')).lines().count();
    }

    private static String fixVerifier(String marked, String reason) {
        return fixed(marked.replace("@", ""), Problem.ofVerifier(reason, line(marked)));
    }

    @Test
    void appliesWhatTheCompilerProposes() {
        Problem problem = new Problem(Problem.Kind.COMPILER, "expected ';'", 1, List.of(List.of(new Edit(1, 10, 1, 10, ";")), List.of(new Edit(1, 1, 1, 4, "long"), new Edit(1, 9, 1, 10, "4"))));
        List<Fix> fixes = Fixes.of("int x = 3\n", problem);
        assertEquals(List.of("Insert ';'", "Apply what the compiler proposes"), fixes.stream().map(Fix::label).toList());
        assertEquals("int x = 3;\n", fixes.get(0).apply("int x = 3\n"));
        assertEquals("long x = 4\n", fixes.get(1).apply("int x = 3\n"));
    }

    @Test
    void countsColumnsInBytes() {
        String source = "char t[] = \"äöü\"\n";
        assertEquals("char t[] = \"äöü\";\n", fixed(source, new Problem(Problem.Kind.COMPILER, "expected ';'", 1, List.of(List.of(new Edit(1, 20, 1, 20, ";"))))));
    }

    @Test
    void includesTheHeaderOfAFunctionBehindTheOthers() {
        assertEquals(HEAD.replace("helpers.h>\n", "helpers.h>\n#include <bpf/bpf_core_read.h>\n"), fixed(HEAD, compiler("call to undeclared function 'BPF_CORE_READ'", 5)));
    }

    @Test
    void includesKernelTypesFirst() {
        assertEquals("/* mine */\n#include \"vmlinux.h\"\n#include <bpf/bpf_helpers.h>\nu32 x;\n",
                fixed("/* mine */\n#include <bpf/bpf_helpers.h>\nu32 x;\n", compiler("unknown type name 'u32'", 3)));
    }

    @Test
    void includesTheHeaderOfAMacroThatTheErrorDoesNotName() {
        String source = "#include \"vmlinux.h\"\nSEC(\"xdp\")\nint x(void *ctx) { return 0; }\n";
        assertEquals(List.of("Include <bpf/bpf_helpers.h>"), labels(source, compiler("expected parameter declarator", 2)));
    }

    @Test
    void leavesHeadersThatAreThere() {
        assertEquals(List.of(), labels(HEAD, compiler("call to undeclared function 'bpf_no_such_helper'", 5)));
    }

    @Test
    void addsALicence() {
        String source = HEAD + "int x;\n";
        assertEquals(HEAD.stripTrailing() + "\n\nchar LICENSE[] SEC(\"license\") = \"Dual BSD/GPL\";\n\nint x;\n", fixed(source, compiler("no licence", 1)));
    }

    @Test
    void changesALicenceThatIsNotCompatible() {
        String source = HEAD + "char LICENSE[] SEC(\"license\") = \"MIT\";\n";
        assertEquals(source.replace("MIT", "Dual BSD/GPL"), fixed(source, Problem.ofVerifier("cannot call GPL-restricted function from non-GPL compatible program", 5)));
        assertEquals(List.of(), labels(source.replace("MIT", "GPL"), Problem.ofVerifier("GPL", 5)));
    }

    @Test
    void checksAPointerForNull() {
        String source = function("int f(void *ctx)", "\tlong *v = lookup();\n\t*v += 1;@\n\treturn 0;\n");
        assertEquals(function("int f(void *ctx)", "\tlong *v = lookup();\n\tif (!v)\n\t\treturn 0;\n\t*v += 1;\n\treturn 0;\n"), fixVerifier(source, "R0 invalid mem access 'map_value_or_null'"));
    }

    @Test
    void leavesVoidFunctionsWithoutAValue() {
        String source = function("static __always_inline void bump(struct value *v)", "\tv->count++;@\n");
        assertTrue(fixVerifier(source, "R0 invalid mem access 'map_value_or_null'").contains("\tif (!v)\n\t\treturn;\n\tv->count++;\n"));
    }

    @Test
    void takesNoProductForAPointer() {
        String source = function("int f(int a, long *v)", "\treturn 2 * a * *v;@\n");
        assertEquals(List.of("Check 'v' for NULL"), labels(source.replace("@", ""), Problem.ofVerifier("R1 invalid mem access 'mem_or_null'", line(source))));
    }

    @Test
    void readsKernelStructsWithTheirMacro() {
        String source = function("int f(struct task_struct *t)", "\treturn t->real_parent->tgid;@\n");
        assertEquals(function("int f(struct task_struct *t)", "\treturn BPF_CORE_READ(t, real_parent, tgid);\n"), fixVerifier(source, "R1 invalid mem access 'scalar'"));
    }

    @Test
    void readsMemoryOfAProcess() {
        String source = function("int f(struct trace_event_raw_sys_enter *ctx)", "\tconst char *name = (const char *)ctx->args[1];\n\tif (name[0] == '/')@\n\t\treturn 1;\n\treturn 0;\n");
        assertTrue(fixVerifier(source, "R1 invalid mem access 'scalar'").contains("\t__typeof__(name[0]) value = 0;\n\tbpf_probe_read_user(&value, sizeof(value), &name[0]);\n\tif (value == '/')\n"));
    }

    @Test
    void checksAnIndex() {
        String source = function("int f(struct event *e, unsigned i)", "\te->names[i][0] = 'x';@\n\treturn 0;\n");
        assertTrue(fixVerifier(source, "invalid access to memory, mem_size=68 off=116 size=1; R1 max value is outside of the allowed memory range")
                .contains("\tif (i >= sizeof(e->names) / sizeof(e->names[0]))\n\t\treturn 0;\n\te->names[i][0] = 'x';\n"));
    }

    @Test
    void checksTheEndOfThePacket() {
        String source = function("SEC(\"xdp\")\nint f(struct xdp_md *ctx)", "\tvoid *end = (void *)(long)ctx->data_end;\n\tstruct ethhdr *eth = data;\n\treturn eth->h_proto;@\n");
        assertTrue(fixVerifier(source, "invalid access to packet, off=12 size=2, R2(id=0,off=12,r=0)").contains("\tif ((void *)(eth + 1) > end)\n\t\treturn XDP_PASS;\n\treturn eth->h_proto;\n"));
    }

    @Test
    void initialisesVariables() {
        String source = function("int f(void *ctx)", "\tchar text[64];\n\tint n;\n\tbpf_trace_printk(text, n);@\n");
        String reason = "invalid read from stack R1 off=-64 size=100";
        assertTrue(fixVerifier(source, reason).contains("\tchar text[64] = {};\n"));
        assertEquals(List.of("Initialise 'text'", "Initialise 'n'"), labels(source.replace("@", ""), Problem.ofVerifier(reason, line(source))));
    }

    @Test
    void knowsNothingAgainstOtherProblems() {
        assertEquals(List.of(), labels(HEAD, Problem.ofVerifier("infinite loop detected at insn 2", 3)));
    }

    @Test
    void findsTheEndOfWords() {
        SourceText text = new SourceText("#include <a/b.h>\nfoo_1(\"x y\");\r\n");
        assertEquals(16, text.wordEnd(9));
        assertEquals(22, text.wordEnd(17));
        assertEquals(28, text.wordEnd(23));
        assertEquals("foo_1(\"x y\");", text.line(2));
    }
}
