package org.eunomia.toolchain;

import static org.eunomia.toolchain.Sources.event;
import static org.eunomia.toolchain.Sources.events;
import static org.eunomia.toolchain.Sources.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTypesTest {
    private static final String RING = """
            struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(".maps");
            """;
    private static final String EVENT = """
            struct event { int pid; char comm[16]; };
            """;

    @TempDir
    Path folder;

    /** A program with {@code body} that has a {@code void *ctx}. */
    private BuildResult build(String declarations, String body) throws Exception {
        return new Sources(folder).build(declarations + "SEC(\"tracepoint/syscalls/sys_enter_openat\") int handle(void *ctx) {\n" + body + "\nreturn 0;\n}\n");
    }

    @Test
    void takesTheTypeOfThePointer() throws Exception {
        BuildResult result = build(RING + EVENT, "struct event *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0); if (e) { e->pid = 1; bpf_ringbuf_submit(e, 0); }");
        Type.Struct event = event(result, "rb");
        assertEquals("struct event", event.cName());
        assertEquals(20, event.size());
        assertEquals(List.of("pid", "comm"), event.fields().stream().map(f -> f.name()).toList());
        assertTrue(result.notices().isEmpty(), result.notices().toString());
        assertTrue(result.evidence().stream().anyMatch(e -> e.contains("map rb: struct event, 20 bytes")), result.evidence().toString());
    }

    @Test
    void seesThroughMacros() throws Exception {
        BuildResult result = build(RING + EVENT + "#define RESERVE(m, t) ((t *)bpf_ringbuf_reserve(&m, sizeof(t), 0))\n",
                "struct event *e = RESERVE(rb, struct event); if (e) bpf_ringbuf_submit(e, 0);");
        assertEquals(List.of("event"), events(result, "rb"));
    }

    @Test
    void seesThroughVoidPointers() throws Exception {
        BuildResult result = build(RING + EVENT, "void *p = bpf_ringbuf_reserve(&rb, 20, 0); void *q; struct event *e; if (!p) return 0; q = p; e = q; e->pid = 1; bpf_ringbuf_submit(p, 0);");
        assertEquals(List.of("event"), events(result, "rb"));
    }

    @Test
    void seesThroughWrappers() throws Exception {
        BuildResult result = build(RING + EVENT + """
                static __always_inline void *inner(void *map, u64 size) { return bpf_ringbuf_reserve(map, size, 0); }
                static __always_inline void *outer(u64 size) { void *p = inner(&rb, size); return p; }
                """, "struct event *e = outer(sizeof(struct event)); if (e) bpf_ringbuf_submit(e, 0);");
        assertEquals(List.of("event"), events(result, "rb"));
    }

    @Test
    void keepsMapsOfOneWrapperApart() throws Exception {
        BuildResult result = build(RING + EVENT + """
                struct { __uint(type, 4); __uint(key_size, 4); __uint(value_size, 4); } pb1 SEC(".maps"), pb2 SEC(".maps");
                struct other { u64 a, b; };
                static __always_inline int send(void *ctx, void *map, void *data, u64 size) { return bpf_perf_event_output(ctx, map, 0xffffffffULL, data, size); }
                """, "struct event e = {}; struct other o = {}; send(ctx, &pb1, &e, sizeof(e)); send(ctx, &pb2, &o, sizeof(o));");
        assertEquals(List.of("event"), events(result, "pb1"));
        assertEquals(List.of("other"), events(result, "pb2"));
        assertInstanceOf(Output.None.class, map(result, "rb").output());
    }

    @Test
    void namesTypedefsOfUnnamedStructs() throws Exception {
        BuildResult result = build(RING + "typedef struct { u64 stamp; int cpu; } sample_t;\n", "sample_t s = { .cpu = 1 }; bpf_ringbuf_output(&rb, &s, sizeof(s), 0);");
        assertEquals(List.of("sample_t"), events(result, "rb"));
        assertEquals(16, event(result, "rb").size());
    }

    @Test
    void laysOutTypesOfFunctions() throws Exception {
        BuildResult result = build(RING, "struct local { u64 a; int b[3]; } l = {}; bpf_ringbuf_output(&rb, &l, sizeof(l), 0);");
        assertEquals(List.of("a", "b"), event(result, "rb").fields().stream().map(f -> f.name()).toList());
    }

    @Test
    void laysOutUnnamedTypesOfVariables() throws Exception {
        BuildResult result = build(RING, "struct { u64 a; int b[3]; } l = {}; bpf_ringbuf_output(&rb, &l, sizeof(l), 0);");
        assertEquals(List.of("event"), events(result, "rb"));
        assertEquals(List.of("a", "b"), event(result, "rb").fields().stream().map(f -> f.name()).toList());
    }

    @Test
    void takesTheWholeWhereThePointerIsOfItsHead() throws Exception {
        BuildResult result = build(RING + """
                struct head { int type; };
                struct whole { struct head head; u64 more; };
                static __always_inline void send(struct head *h, u64 size) { bpf_ringbuf_output(&rb, h, size, 0); }
                """, "struct whole w = {}; send(&w.head, sizeof(w));");
        assertEquals(List.of("whole"), events(result, "rb"));
    }

    @Test
    void takesTheNearestWhereTheLengthVaries() throws Exception {
        BuildResult result = build(RING + "struct event { int len; char data[]; };\n",
                "char buf[64] = {}; struct event *e = (void *)buf; e->len = bpf_get_current_pid_tgid() & 31; bpf_ringbuf_output(&rb, buf, sizeof(*e) + e->len, 0);");
        assertEquals(List.of("event"), events(result, "rb"));
        assertEquals(0, ((Type.Array) event(result, "rb").fields().get(1).type()).count());
    }

    @Test
    void showsNumbersAndTexts() throws Exception {
        BuildResult result = build(RING + "struct { __uint(type, 27); __uint(max_entries, 4096); } texts SEC(\".maps\");\n",
                "u64 n = bpf_get_current_pid_tgid(); char text[8] = {}; bpf_ringbuf_output(&rb, &n, sizeof(n), 0); bpf_ringbuf_output(&texts, text, sizeof(text), 0);");
        assertEquals(8, ((Output.Events) map(result, "rb").output()).variants().get(0).schema().size());
        Type type = ((Output.Events) map(result, "texts").output()).variants().get(0).schema().type();
        assertTrue(type instanceof Type.Array a && a.isText() && a.count() == 8, type.toString());
    }

    @Test
    void tellsTwoTypesApartBySize() throws Exception {
        BuildResult result = build(RING + EVENT + "struct other { u64 a; };\n",
                "struct event e = {}; struct other o = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_ringbuf_output(&rb, &o, sizeof(o), 0);");
        assertEquals(List.of("event", "other"), events(result, "rb"));
        assertTrue(result.notices().isEmpty(), result.notices().toString());
    }

    @Test
    void reportsTypesOfOneSize() throws Exception {
        BuildResult result = build(RING + "struct one { int type; int a; }; struct two { int type; int b; };\n",
                "struct one e = {}; struct two o = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_ringbuf_output(&rb, &o, sizeof(o), 0);");
        assertEquals(1, result.notices().size());
        assertTrue(result.notices().get(0).contains("struct one (8 bytes), struct two (8 bytes)"), result.notices().toString());
    }

    @Test
    void takesTagsFromAnnotations() throws Exception {
        BuildResult result = build("""
                enum kind { ONE = 4, TWO };
                /* what happens
                 * @event one type=ONE
                 * @event struct two type = TWO
                 */
                """ + RING + "struct one { int type; int a; }; struct two { int type; int b; };\n",
                "struct one e = {}; struct two o = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_ringbuf_output(&rb, &o, sizeof(o), 0);");
        Output.Events events = (Output.Events) map(result, "rb").output();
        assertTrue(result.notices().isEmpty(), result.notices().toString());
        assertEquals(List.of("one", "two"), events(result, "rb"));
        assertEquals("type", events.variants().get(1).tagField());
        assertEquals(5, events.variants().get(1).tagValue());
    }

    @Test
    void prefersTypesThatAreMarked() throws Exception {
        BuildResult result = build(RING + "struct one { int type; int a; };\n// @event\nstruct two { int type; int b; };\n",
                "struct one e = {}; struct two o = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_ringbuf_output(&rb, &o, sizeof(o), 0);");
        assertEquals(List.of("two"), events(result, "rb"));
    }

    @Test
    void readsDeclarationTags() throws Exception {
        BuildResult result = build("""
                #define __tag(text) __attribute__((btf_decl_tag(text)))
                struct one { int type; int a; };
                struct two { int type; int b; } __tag("event");
                struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(".maps"), rb2 SEC(".maps") __tag("event struct one type=1") __tag("event two type=1+1");
                """, "struct one e = {}; struct two o = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_ringbuf_output(&rb, &o, sizeof(o), 0); bpf_ringbuf_output(&rb2, &o, sizeof(o), 0);");
        assertEquals(List.of("two"), events(result, "rb"));
        assertEquals(List.of("one", "two"), events(result, "rb2"));
        assertEquals(2, ((Output.Events) map(result, "rb2").output()).variants().get(1).tagValue());
    }

    @Test
    void seesThroughDynamicPointers() throws Exception {
        String helpers = """
                struct bpf_dynptr { u64 a, b; };
                static long (*const bpf_ringbuf_reserve_dynptr)(void *map, u32 size, u64 flags, struct bpf_dynptr *ptr) = (void *) 198;
                static long (*const bpf_dynptr_write)(struct bpf_dynptr *dst, u32 offset, void *src, u32 len, u64 flags) = (void *) 202;
                static void *(*const bpf_dynptr_data)(struct bpf_dynptr *ptr, u32 offset, u32 len) = (void *) 203;
                static void (*const bpf_ringbuf_submit_dynptr)(struct bpf_dynptr *ptr, u64 flags) = (void *) 199;
                """;
        BuildResult written = build(RING + EVENT + helpers, "struct bpf_dynptr p; struct event e = {}; bpf_ringbuf_reserve_dynptr(&rb, sizeof(e) + 8, 0, &p); bpf_dynptr_write(&p, 0, &e, sizeof(e), 0); bpf_ringbuf_submit_dynptr(&p, 0);");
        assertEquals(List.of("event"), events(written, "rb"));
        assertEquals(List.of(0), map(written, "rb").lossOffsets());
        BuildResult sliced = build(RING + EVENT + helpers, "struct bpf_dynptr p; bpf_ringbuf_reserve_dynptr(&rb, sizeof(struct event), 0, &p); struct event *e = bpf_dynptr_data(&p, 0, sizeof(*e)); if (e) e->pid = 1; bpf_ringbuf_submit_dynptr(&p, 0);");
        assertEquals(List.of("event"), events(sliced, "rb"));
    }

    @Test
    void takesOptionsOfPrograms() throws Exception {
        BuildResult result = new Sources(folder).build("""
                /* samples what runs
                 * @frequency 99
                 * @param ctx is no option
                 */
                SEC("perf_event")
                int sample(void *ctx) { return 0; }
                /// @tchook {"ifindex":2, "attach_point":"BPF_TC_EGRESS"}
                SEC("tc") int traffic(void *ctx) { return 0; }
                """);
        assertEquals(Map.of("frequency", 99L), result.pack().programs().get(0).options());
        assertEquals(Map.of("ifindex", 2L, "direction", "egress"), result.pack().programs().get(1).options());
    }

    @Test
    void takesTheOnlyTypeOfTheSizeAndSaysSo() throws Exception {
        BuildResult result = build(RING + EVENT + "struct other { char c; };\n", "char *p = bpf_ringbuf_reserve(&rb, 20, 0); if (p) { p[0] = 1; bpf_ringbuf_submit(p, 0); }");
        assertEquals(List.of("event"), events(result, "rb"));
        assertTrue(result.notices().get(0).contains("no other type has the 20 bytes"), result.notices().toString());
    }

    @Test
    void doesNotGuess() throws Exception {
        BuildResult result = build(RING + EVENT + "struct other { char c[20]; };\n", "char *p = bpf_ringbuf_reserve(&rb, 20, 0); if (p) { p[0] = 1; bpf_ringbuf_submit(p, 0); }");
        assertEquals(List.of(), events(result, "rb"));
        assertTrue(result.notices().get(0).contains("struct event or struct other"), result.notices().toString());
    }

    @Test
    void findsCommentsAndFormatsOfFields() throws Exception {
        BuildResult result = build(RING + """
                struct event {
                    int pid; // process
                    /* where it ran */
                    int cpu;
                    /*
                     * to whom it went,
                     * @format ipv4
                     */
                    u32 daddr;
                    int plain;
                    union { u64 whole; /* all of it */ struct { u32 low, high; } parts; };
                    struct { int x; /* left */ } points[2];
                };
                """, "struct event *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0); if (e) bpf_ringbuf_submit(e, 0);");
        List<org.eunomia.core.schema.Field> fields = event(result, "rb").fields();
        assertEquals(List.of("process", "where it ran", "to whom it went,", "", "", ""), fields.stream().map(f -> f.comment()).toList());
        assertEquals("ipv4", fields.get(2).format());
        assertEquals("all of it", ((Type.Struct) fields.get(4).type()).fields().get(0).comment());
        assertEquals("left", ((Type.Struct) ((Type.Array) fields.get(5).type()).element()).fields().get(0).comment());
    }

    @Test
    void countsLossesByMap() throws Exception {
        BuildResult result = build(RING + EVENT + "struct { __uint(type, 4); __uint(key_size, 4); __uint(value_size, 4); } pb SEC(\".maps\");\n",
                "struct event e = {}; bpf_ringbuf_output(&rb, &e, sizeof(e), 0); bpf_perf_event_output(ctx, &pb, 0xffffffffULL, &e, sizeof(e)); bpf_ringbuf_output(&rb, &e, sizeof(e), 0);");
        assertEquals(List.of(0, 16), map(result, "rb").lossOffsets());
        assertEquals(List.of(8), map(result, "pb").lossOffsets());
        assertTrue(result.pack().params().isEmpty());
    }

    @Test
    void countsNoLossesWhenNotWanted() throws Exception {
        Sources sources = new Sources(folder);
        sources.write("helpers.h", Sources.HELPERS);
        Path source = sources.write("q.bpf.c", "#include \"helpers.h\"\n" + RING + "SEC(\"xdp\") int handle(void *ctx) { int e = 0; bpf_ringbuf_output(&rb, &e, 4, 0); return 0; }\n");
        assertEquals(List.of(0), map(sources.toolchain().build(BuildSpec.of(source)), "rb").lossOffsets());
        BuildResult without = sources.toolchain().build(BuildSpec.of(source).withCountLosses(false));
        assertEquals(List.of(), map(without, "rb").lossOffsets());
        assertTrue(!new String(without.pack().object(), java.nio.charset.StandardCharsets.ISO_8859_1).contains(".data.loss"));
    }
}
