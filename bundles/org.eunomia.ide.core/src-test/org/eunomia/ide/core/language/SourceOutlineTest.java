package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceOutlineTest {
    /** One line a declaration: {@code KIND name: detail [field: type, …]}. */
    private static String outline(String source) {
        return SourceOutline.of(source).nodes().stream().map(SourceOutlineTest::line).collect(Collectors.joining("\n"));
    }

    private static String line(OutlineNode n) {
        String fields = n.children().stream().map(c -> c.detail().isEmpty() ? c.name() : c.name() + ": " + c.detail()).collect(Collectors.joining(", "));
        return n.kind() + " " + n.name() + (n.detail().isEmpty() ? "" : ": " + n.detail()) + (fields.isEmpty() ? "" : " [" + fields + "]");
    }

    @Test
    void programsBySection() {
        assertEquals("""
                PROGRAM exit_open: tp/syscalls/sys_exit_open
                PROGRAM wakeup: tp_btf/sched_wakeup
                FUNCTION enqueue""", outline("""
                SEC("tp/syscalls/sys_exit_open")
                int exit_open(struct trace_event_raw_sys_exit *ctx)
                {
                	if (ctx) { return 0; }
                	return report(ctx->ret);
                }

                SEC("tp_btf/sched_wakeup")
                int BPF_PROG(wakeup, struct task_struct *p) { return 0; }

                static __always_inline int enqueue(int tgid, u32 pid)
                {
                	struct { int a; } x = {};
                	return 0;
                }
                """));
    }

    @Test
    void mapsWithTheirDefinition() {
        assertEquals("""
                MAP events: ringbuf, 1 << 20
                MAP queued: hash u32 → struct hist, 10240
                MAP slots: array of u64, MAX(1, 2)""", outline("""
                struct {
                	__uint(type, BPF_MAP_TYPE_RINGBUF);
                	__uint(max_entries, 1 << 20);
                } events SEC(".maps");
                struct {
                	__uint(type, BPF_MAP_TYPE_HASH);
                	__uint(max_entries, 10240);
                	__type(key, u32);
                	__type(value, struct hist);
                } queued SEC(".maps");
                struct {
                	__uint(type, BPF_MAP_TYPE_ARRAY);
                	__uint(max_entries, MAX(1, 2));
                	__type(value, u64);
                } slots SEC(".maps");
                """));
    }

    @Test
    void paramsAndGlobals() {
        assertEquals("""
                LICENSE license: Dual BSD/GPL
                PARAM target_pid: int = 0
                PARAM failed_only: bool = false
                VARIABLE zero: struct hist
                VARIABLE table: u64""", outline("""
                char LICENSE[] SEC("license") = "Dual BSD/GPL";
                const volatile int target_pid = 0; // only this
                const volatile bool failed_only = false;
                static const struct hist zero;
                u64 table[2] = { 1, 2 };
                """));
    }

    @Test
    void structsWithFields() {
        assertEquals("""
                STRUCT event [pid: int, comm: char[16], args: u64[2][6], next: struct event *, x: struct, flag: unsigned int]
                ENUM kind [A, B]
                TYPEDEF id_t
                VARIABLE done: int""", outline("""
                struct event {
                	int pid;
                	char comm[16];
                	u64 args[2][6];
                	struct event *next;
                	struct { int a; int b; } x;
                	unsigned int flag : 1;
                };
                enum kind { A, B = 2 };
                typedef unsigned long id_t;
                int done;
                """));
    }

    @Test
    void ignoresDirectivesAndPrototypes() {
        assertEquals("FUNCTION f", outline("#include <x.h>\n#define F(a) { \\\n  a; }\nint g(void);\nextern int h(int) __ksym;\nint f(void) { return F(1); }\n"));
    }

    @Test
    void unfinishedSourceKeepsWhatWasBefore() {
        assertEquals("PARAM a: int = 1\nPROGRAM p: xdp", outline("const volatile int a = 1;\nSEC(\"xdp\")\nint p(struct xdp_md *ctx)\n{\n\tif (a) {\n"));
    }

    @Test
    void knowsTheSectionAroundAnOffset() {
        String source = "int a;\nSEC(\"kprobe/vfs_read\")\nint BPF_KPROBE(r, int fd) { return 0; }\n";
        assertEquals("kprobe", SourceOutline.of(source).sectionAt(source.indexOf("return")).orElseThrow().programType());
        assertEquals(true, SourceOutline.of(source).sectionAt(0).isEmpty());
        assertEquals(source.indexOf("r, int"), SourceOutline.of(source).nodes().get(1).nameOffset());
    }

    @Test
    void foldsBodiesCommentsIncludesAndConditions() {
        String source = "#include <a>\n#include <b>\n\n/* x\n */\n#if 1\nint f(void)\n{\n\treturn 0;\n}\n#endif\nint g(void) { return 1; }\n";
        List<String> folds = Folds.of(source).stream().map(f -> source.substring(f.offset(), f.offset() + f.length())).toList();
        assertEquals(List.of("#include <a>\n#include <b>\n", "/* x\n */\n", "{\n\treturn 0;\n}\n", "#if 1\nint f(void)\n{\n\treturn 0;\n}\n#endif\n"), folds);
    }

    @Test
    void bracketsOfTextDoNotCount() {
        String source = "f(\")\", /* ) */ g[1])";
        assertEquals(source.length() - 1, Brackets.partner(source, 1).orElseThrow());
        assertEquals(1, Brackets.partner(source, source.length() - 1).orElseThrow());
        assertEquals(true, Brackets.partner(source, 3).isEmpty());
    }

    @Test
    void commentsToggle() {
        List<String> lines = List.of("\tint a;", "", "\t\tint b;");
        List<String> commented = List.of("\t// int a;", "", "\t// \tint b;");
        assertEquals(commented, LineComments.toggle(lines));
        assertEquals(lines, LineComments.toggle(commented));
    }
}
