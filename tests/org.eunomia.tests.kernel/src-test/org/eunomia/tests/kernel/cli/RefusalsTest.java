package org.eunomia.tests.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.eunomia.tests.kernel.kit.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong gives one line that says what, one that says what to do, the right exit code, and nothing else. */
class RefusalsTest {
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int REFUSED = 3;
    private static final String HEAD = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>
            char LICENSE[] SEC("license") = "GPL";
            const volatile int target_pid = 0;
            """;

    @TempDir
    Path folder;

    private Eunomia runSource(String name, String source, String... options) throws IOException {
        Files.writeString(folder.resolve(name + ".bpf.c"), source);
        List<String> args = new ArrayList<>(List.of("run", name + ".bpf.c"));
        args.addAll(List.of(options));
        return Eunomia.in(folder, args.toArray(new String[0]));
    }

    private static void refused(int code, String error, String hint, Eunomia run) {
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        List<String> errors = run.err().lines().filter(l -> l.startsWith("error: ")).toList();
        List<String> hints = run.err().lines().filter(l -> l.startsWith("hint: ")).toList();
        assertEquals(1, errors.size(), run.err());
        assertEquals(1, hints.size(), run.err());
        assertTrue(errors.get(0).contains(error), run.err());
        assertTrue(hints.get(0).contains(hint), run.err());
        assertFalse(run.err().contains("\tat ") || run.err().contains("Exception"), run.err());
    }

    private static void onlyTwoLines(Eunomia run) {
        assertEquals(2, run.err().lines().count(), run.err());
    }

    @Test
    void syntaxError() throws Exception {
        Eunomia run = runSource("syntax", HEAD + "SEC(\"tp/sched/sched_switch\") int f(void *c) { return 0 }\n");
        refused(REFUSED, "syntax.bpf.c: expected ';' after return statement", "output above", run);
        assertTrue(run.err().contains("syntax.bpf.c:5:55: error: expected ';' after return statement\n"), run.err());
    }

    @Test
    void missingInclude() throws Exception {
        Eunomia run = runSource("include", "#include \"nope.h\"\n");
        refused(REFUSED, "'nope.h' file not found", "-I DIR", run);
    }

    @Test
    void endlessLoop() throws Exception {
        Eunomia run = runSource("loop", HEAD + "int n;\nSEC(\"tp/sched/sched_switch\")\nint f(void *c)\n{\n\twhile (1)\n\t\tn++;\n\treturn 0;\n}\n");
        refused(REFUSED, "the verifier refused program f at loop.bpf.c:", "--log", run);
        assertTrue(run.err().contains("infinite loop"), run.err());
    }

    @Test
    void nullDereference() throws Exception {
        String source = HEAD + """
                struct { __uint(type, BPF_MAP_TYPE_HASH); __type(key, u32); __type(value, u64); __uint(max_entries, 8); } m SEC(".maps");
                SEC("tp/sched/sched_switch")
                int f(void *c)
                {
                	u32 k = 0;
                	u64 *v = bpf_map_lookup_elem(&m, &k);
                	*v = 1;
                	return 0;
                }
                """;
        Eunomia run = runSource("null", source);
        refused(REFUSED, "the verifier refused program f at null.bpf.c:11: R0 invalid mem access 'map_value_or_null'", "NULL", run);
        assertTrue(run.err().contains("\n    11 | *v = 1;\n"), run.err());
        Eunomia withLog = runSource("null", source, "--log");
        assertEquals(REFUSED, withLog.code());
        assertTrue(withLog.err().lines().count() > 10, withLog.err());
    }

    @Test
    void unknownTracepoint() throws Exception {
        Eunomia run = runSource("tp", HEAD + "SEC(\"tp/sched/sched_swich\") int f(void *c) { return 0; }\n");
        refused(FAILED, "no tracepoint 'sched/sched_swich'", "did you mean sched/sched_switch", run);
        onlyTwoLines(run);
    }

    @Test
    void brokenJson() {
        Eunomia run = Eunomia.with("{\"format\":\"eunomia/1\",\"name\":".getBytes(), "run", "-");
        refused(FAILED, "invalid package standard input at /name", "", run);
        onlyTwoLines(run);
    }

    @Test
    void truncatedBase64() throws Exception {
        String sample = Files.readString(Checkout.file("tests/data/seed-update.json"));
        int start = sample.indexOf("\"data\":\"") + 8;
        Eunomia run = Eunomia.in(folder, "run", sample.substring(0, start + 1000) + sample.substring(sample.indexOf('"', start)));
        refused(FAILED, "invalid package on the command line at /data", "damaged or cut off", run);
        onlyTwoLines(run);
    }

    @Test
    void otherEndianness() throws Exception {
        Path object = folder.resolve("big.o");
        Process clang = new ProcessBuilder("clang", "-target", "bpfeb", "-g", "-O2", "-x", "c", "-", "-c", "-o", object.toString()).inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (var in = clang.outputWriter()) {
            in.write("__attribute__((section(\"tracepoint/sched/sched_switch\"), used)) int f(void *c) { return 0; }\n"
                    + "char LICENSE[] __attribute__((section(\"license\"))) = \"GPL\";\n");
        }
        assertEquals(0, clang.waitFor());
        Eunomia run = Eunomia.in(folder, "run", "big.o");
        refused(FAILED, "it is for a machine of the other byte order", "", run);
        onlyTwoLines(run);
    }

    @Test
    void hugeJson() {
        long[] left = { 2L << 30 };
        byte[] head = "{\"name\":\"".getBytes();
        InputStream bomb = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < head.length ? head[at++] : left[0]-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (at < head.length) {
                    bytes[from] = (byte) read();
                    return 1;
                }
                if (left[0] <= 0) return -1;
                Arrays.fill(bytes, from, from + length, (byte) 'a');
                left[0] -= length;
                return length;
            }
        };
        Eunomia run = Eunomia.in(folder, bomb, "run", "-");
        refused(FAILED, "exceeds the limit of", "", run);
        onlyTwoLines(run);
        assertTrue(left[0] > 1L << 30, "it read on when it knew already: " + left[0] + " bytes left");
    }

    @Test
    void zlibBomb() throws Exception {
        Files.writeString(folder.resolve("good.bpf.c"), HEAD + "SEC(\"tp/sched/sched_switch\") int f(void *c) { return 0; }\n");
        assertEquals(0, Eunomia.in(folder, "build", "good.bpf.c").code());
        String good = Files.readString(folder.resolve("good.json"));
        String bomb = good.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"" + zeroes(1 << 30) + "\"");
        Eunomia run = Eunomia.with(bomb.getBytes(StandardCharsets.UTF_8), "run", "-");
        refused(FAILED, "invalid package standard input at /object/data: the object has more than", "", run);
        onlyTwoLines(run);
    }

    /** That many zero bytes, by zlib and base64. */
    private static String zeroes(int count) {
        Deflater deflater = new Deflater(9);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        byte[] packed = new byte[1 << 16];
        for (int done = 0; done < count; done += block.length) {
            deflater.setInput(block);
            while (!deflater.needsInput()) out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.finish();
        while (!deflater.finished()) out.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    @Test
    void unknownParamAndParamOutOfRange() throws Exception {
        String source = HEAD + "SEC(\"tp/sched/sched_switch\") int f(void *c) { return target_pid; }\n";
        Eunomia unknown = runSource("param", source, "--pdi", "3");
        refused(USAGE, "unknown option '--pdi'", "did you mean --pid?", unknown);
        onlyTwoLines(unknown);
        Eunomia tooLarge = runSource("param", source, "--pid", "3000000000");
        refused(USAGE, "invalid value '3000000000' for param --pid: out of the range of int", "-2147483648 to 2147483647", tooLarge);
        onlyTwoLines(tooLarge);
    }

    @Test
    void missingFile() {
        Eunomia run = Eunomia.in(folder, "run", "nothing.json");
        refused(FAILED, "no file 'nothing.json'", "relative paths start from", run);
        onlyTwoLines(run);
    }

    /** Root without any capability, so that it can read the class path but has no power. */
    @Test
    void withoutCapabilities() throws Exception {
        List<String> command = new ArrayList<>(List.of("setpriv", "--bounding-set=-all", "--"));
        command.addAll(Eunomia.command("run", Checkout.file("tests/data/seed-update.json").toString()));
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(200, TimeUnit.SECONDS));
        Eunomia run = new Eunomia(process.exitValue(), out, Files.readString(err));
        refused(FAILED, "not permitted to load", "root", run);
        onlyTwoLines(run);
    }
}
