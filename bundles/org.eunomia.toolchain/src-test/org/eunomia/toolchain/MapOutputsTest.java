package org.eunomia.toolchain;

import static org.eunomia.toolchain.Sources.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Output.Histogram;
import org.eunomia.core.spec.Output.Scale;
import org.eunomia.core.spec.Output.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapOutputsTest {
    private static final String COUNTS = """
            struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, u64); } counts SEC(".maps");
            """;
    private static final String COUNT = "u32 k = 0; u64 one = 1, *n = bpf_map_lookup_elem(&counts, &k); if (n) __sync_fetch_and_add(n, 1); else bpf_map_update_elem(&counts, &k, &one, 0);";

    @TempDir
    Path folder;

    private BuildResult build(String declarations, String body) throws Exception {
        return new Sources(folder).build(declarations + "SEC(\"tracepoint/syscalls/sys_enter_openat\") int handle(void *ctx) {\n" + body + "\nreturn 0;\n}\n");
    }

    @Test
    void showsWhatIsCountedAsTable() throws Exception {
        assertEquals(new Table(1000, false), map(build(COUNTS, COUNT), "counts").output());
    }

    @Test
    void showsNoTablesBesideEvents() throws Exception {
        BuildResult result = build(COUNTS + "struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(\".maps\");\n", COUNT + " bpf_ringbuf_output(&rb, &k, sizeof(k), 0);");
        assertEquals(new Output.None(), map(result, "counts").output());
    }

    @Test
    void showsSlotsAsHistogramWithTheUnitOfTheComment() throws Exception {
        BuildResult result = build("""
                struct hist { u32 slots[20]; /* waits in usecs */ };
                struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, struct hist); } hists SEC(".maps");
                """, "u32 k = 0; struct hist *h = bpf_map_lookup_elem(&hists, &k); if (h) h->slots[3]++;");
        assertEquals(new Histogram(Scale.LOG2, "usecs", 1000, false), map(result, "hists").output());
    }

    @Test
    void hidesWhatIsUnderWay() throws Exception {
        BuildResult result = build(COUNTS, COUNT + " bpf_map_delete_elem(&counts, &k);");
        assertEquals(new Output.None(), map(result, "counts").output());
        assertTrue(result.evidence().stream().anyMatch(e -> e.contains("counts is not shown: the program deletes from it")), result.evidence().toString());
    }

    @Test
    void hidesWhatIsOnlyRead() throws Exception {
        BuildResult result = build(COUNTS, "u32 k = 0; u64 *n = bpf_map_lookup_elem(&counts, &k); if (n && *n > 3) return 1;");
        assertEquals(new Output.None(), map(result, "counts").output());
    }

    @Test
    void hidesWhatIsReadBackBesideWhatIsCounted() throws Exception {
        BuildResult result = build(COUNTS + "struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, u64); } times SEC(\".maps\");\n",
                COUNT + " u64 now = bpf_get_current_pid_tgid(), *then = bpf_map_lookup_elem(&times, &k); if (then && *then > now) return 1; bpf_map_update_elem(&times, &k, &now, 0);");
        assertEquals(new Output.None(), map(result, "times").output());
        assertInstanceOf(Table.class, map(result, "counts").output());
    }

    @Test
    void obeysAnnotations() throws Exception {
        String map = "struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, u64); } ";
        BuildResult result = build("/* @table interval=250 clear */\n" + map + "a SEC(\".maps\");\n// @histogram unit=bytes linear\n" + map + "b SEC(\".maps\");\n"
                + "// @hide\n" + map + "c SEC(\".maps\");\n/// @sample {\"interval\": 500, \"type\": \"log2_hist\", \"unit\": \"usec\", \"clear_map\": true}\n" + map + "d SEC(\".maps\");\n"
                + "// @counter\n" + map + "e SEC(\".maps\");\n",
                "u32 k = 0; u64 v = 0; bpf_map_update_elem(&a, &k, &v, 0); bpf_map_update_elem(&b, &k, &v, 0); bpf_map_update_elem(&c, &k, &v, 0); bpf_map_update_elem(&d, &k, &v, 0);");
        assertEquals(new Table(250, true), map(result, "a").output());
        assertEquals(new Histogram(Scale.LINEAR, "bytes", 1000, false), map(result, "b").output());
        assertEquals(new Output.None(), map(result, "c").output());
        assertEquals(new Histogram(Scale.LOG2, "usec", 500, true), map(result, "d").output());
        assertEquals(new Output.Counter(1000), map(result, "e").output());
    }

    @Test
    void reportsAnnotationsThatMakeNoSense() throws Exception {
        BuildResult result = build("// @table interval=soon\n" + COUNTS, COUNT);
        assertTrue(result.notices().get(0).contains("interval soon"), result.notices().toString());
    }

    @Test
    void takesKeysAndValuesFromTheirUse() throws Exception {
        BuildResult result = build("""
                struct value { u64 calls; /* how often */ };
                struct { __uint(type, 1); __uint(max_entries, 16); __uint(key_size, 4); __uint(value_size, 8); } counts SEC(".maps");
                """, "u32 k = 0; struct value init = {}, *v; bpf_map_update_elem(&counts, &k, &init, 0); v = bpf_map_lookup_elem(&counts, &k); if (v) v->calls++;");
        assertEquals("u32", map(result, "counts").key().cName());
        Type.Struct value = (Type.Struct) map(result, "counts").value();
        assertEquals("how often", value.fields().get(0).comment());
    }

    @Test
    void showsStacks() throws Exception {
        BuildResult result = build("struct { __uint(type, 7); __uint(max_entries, 16); __uint(key_size, 4); __uint(value_size, 80); } stacks SEC(\".maps\");\n", "");
        assertEquals(new Output.Stacks(), map(result, "stacks").output());
    }

    @Test
    void namesTheOldestKernel() throws Exception {
        BuildResult result = build(COUNTS + "struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(\".maps\");\n", "u32 k = 0; bpf_ringbuf_output(&rb, &k, sizeof(k), 0);");
        assertEquals("5.8", result.pack().requires().kernel());
        assertEquals(List.of("ringbuf", "tracepoint"), result.pack().requires().features());
    }
}
