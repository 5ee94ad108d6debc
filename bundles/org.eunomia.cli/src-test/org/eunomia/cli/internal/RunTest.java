package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final String TIME = "2026-11-23T18:00:00.123456789Z";

    @TempDir
    Path folder;
    private final ScriptedTrackerService service = new ScriptedTrackerService();
    private String source;

    @BeforeEach
    void writePackage() throws Exception {
        source = Packages.write(folder, Packages.params(), Packages.events());
    }

    private Run run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "run";
        args[1] = source;
        System.arraycopy(options, 0, args, 2, options.length);
        return Run.in(folder, service, args);
    }

    private static MapEntry entry(int key, long value) {
        return new MapEntry(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(key).array(),
                ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putLong(value).array());
    }

    @Test
    void printsJsonUntilTheCountIsReached() {
        service.yields(Packages.OPEN, Packages.open(1, "/a"), Packages.open(2, "/b")).yields(Packages.OPEN, Packages.open(3, "/c"), Packages.open(4, "/d"));
        Run run = run("-o", "json", "--count", "3");
        String line = "{\"time\":\"" + TIME + "\",\"tracker\":\"t\",\"type\":\"open\",\"event\":{\"pid\":%d,\"filename\":\"%s\"}}\n";
        assertEquals(new Run(0, line.formatted(1, "/a") + line.formatted(2, "/b") + line.formatted(3, "/c"), ""), run);
        assertEquals(List.of("start", "close reader", "close"), service.calls());
    }

    @Test
    void printsCsv() {
        service.yields(Packages.OPEN, Packages.open(1, "/a,b"));
        assertEquals(new Run(0, "time,pid,filename\r\n" + TIME + ",1,\"/a,b\"\r\n", ""), run("-o", "csv", "--count", "1"));
    }

    @Test
    void printsATableWithItsHeaderBeforeTheFirstEvent() {
        service.ends();
        Run run = run();
        assertEquals("TIME              PID  FILENAME\n", run.out());
        assertEquals("note: tracker t ended: the program is gone\n", run.err());
    }

    @Test
    void handsParamsOnByTheirNames() {
        service.ends();
        run("--pid", "42", "--failed", "--sig=KILL");
        assertEquals(Map.of("target_pid", "42", "failed", "true", "sig", "KILL"), service.started().params());
    }

    @Test
    void takesFlagsInEveryForm() {
        service.ends();
        run("--failed=false");
        assertEquals(Map.of("failed", "false"), service.started().params());
        service.ends();
        run("--no-failed", "-p", "7");
        assertEquals(Map.of("failed", "false", "target_pid", "7"), service.started().params());
    }

    @Test
    void findsTheSourceBehindParams() {
        service.ends();
        Run.in(folder, service, "run", "--failed", "--target_pid", "42", source);
        assertEquals(Map.of("failed", "true", "target_pid", "42"), service.started().params());
    }

    @Test
    void reachesAParamThatAnOwnOptionHides() {
        service.ends();
        run("--param", "count=9");
        assertEquals(Map.of("count", "9"), service.started().params());
        assertEquals(new Run(2, "", "error: tool has no param 'cuont'\nhint: did you mean count?\n"), run("--param", "cuont=9"));
    }

    @Test
    void showsParamsInTheHelpOfAPackage() {
        Run run = run("--help");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("Parameters of tool:\n"), run.out());
        assertTrue(run.out().contains("  -p, --target-pid=N        only this process (int, default 0)\n"), run.out());
        assertTrue(run.out().contains("(enum sig, default HUP; one of HUP, KILL)\n"), run.out());
        assertTrue(service.calls().isEmpty());
    }

    @Test
    void refusesUnknownParamsWithTheNearest() {
        assertEquals(new Run(2, "", "error: unknown option '--target-pdi'\nhint: did you mean --target-pid?\n"), run("--target-pdi", "3"));
    }

    @Test
    void refusesValuesOutOfRangeBeforeAnythingStarts() {
        assertEquals(new Run(2, "", "error: invalid value '3000000000' for param --target-pid: out of the range of int\n"
                + "hint: it takes -2147483648 to 2147483647\n"), run("--pid", "3000000000"));
        assertTrue(service.calls().isEmpty());
    }

    @Test
    void refusesOptionsWithoutSense() {
        assertEquals("error: option '--count' needs a number from 1 to 9223372036854775807, not 'x'\n", run("--count", "x").err());
        assertEquals("error: option '--duration' needs a span of time, not '10 days'\nhint: for example 10s, 500ms, 2m or 1h\n", run("--duration", "10 days").err());
        assertEquals("error: unknown output format 'xml'\nhint: text, json or csv\n", run("-o", "xml").err());
        assertEquals("error: no map 'rbb'\nhint: did you mean rb?\n", run("--map-size", "rbb=1").err());
    }

    @Test
    void sizesMaps() {
        service.ends();
        run("--map-size", "rb=4096", "--name", "mine");
        assertEquals(Map.of("rb", 4096), service.started().mapEntries());
        assertEquals("mine", service.started().name());
    }

    @Test
    void saysWhereProgramsAttach() {
        service.ends();
        run("--attach", "interface=lo", "--attach", "handle_exec:pid=7");
        assertEquals(Map.of("interface", "lo", "pid", "7"), service.started().pack().programs().get(0).options());
        assertEquals("error: tool has no program 'handle'\nhint: it has handle_exec\n", run("--attach", "handle:pid=7").err());
        assertEquals(2, run("--attach", "lo").code());
    }

    @Test
    void endsAfterTheDurationAndPrintsWhatWasPending() {
        service.holdsBack(Packages.OPEN, Packages.open(9, "/late"));
        Run run = run("--duration", "20ms", "-o", "csv");
        assertEquals("time,pid,filename\r\n" + TIME + ",9,/late\r\n", run.out());
        assertEquals(List.of("start", "stop", "close reader", "close"), service.calls());
    }

    @Test
    void endsInOrderOnASignal() throws Exception {
        StopSignal stop = new StopSignal();
        service.holdsBack(Packages.OPEN, Packages.open(9, "/late")).whenIdle(stop::request);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(0, Main.run(new String[] { "run", source, "-o", "csv" }, session(out, stop)));
        assertEquals("time,pid,filename\r\n" + TIME + ",9,/late\r\n", out.toString(StandardCharsets.UTF_8));
        assertEquals(List.of("start", "stop", "close reader", "close"), service.calls());
    }

    @Test
    void endsQuietlyWhenNobodyReadsOn() {
        service.yields(Packages.OPEN, Packages.open(1, "/a"));
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertEquals(0, Main.run(new String[] { "run", source }, session(closed, new StopSignal())));
        assertEquals(List.of("start", "close reader", "close"), service.calls());
    }

    @Test
    void failsWhenOutputCannotBeWritten() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Session session = new Session(new ByteArrayInputStream(new byte[0]), full, new PrintStream(err, true), false, false, Map.of(), folder, new StopSignal(), () -> service);
        assertEquals(1, Main.run(new String[] { "run", source }, session));
        assertTrue(err.toString().startsWith("error: cannot write the output: No space left on device\n"), err.toString());
        assertEquals(List.of("start", "close reader", "close"), service.calls());
    }

    private Session session(OutputStream out, StopSignal stop) {
        return new Session(new ByteArrayInputStream(new byte[0]), out, new PrintStream(new ByteArrayOutputStream(), true), false, false, Map.of(), folder, stop, () -> service);
    }

    @Test
    void tellsWhatWasLost() {
        service.skips(2).ends().loses(new LossLedger(7, Map.of("rb", 3L), Map.of("perf buffer", 1L)));
        assertTrue(run().err().endsWith("""
                lost in total: 6 events of 11 (3 did not fit into rb, 1 dropped by perf buffer, 2 dropped because output is slower)
                hint: a larger buffer loses less: --map-size rb=2097152
                """));
    }

    @Test
    void repeatsWhatTheRuntimeDecided() {
        service.notes("map calls: 10240 entries, since the program does not say").ends();
        assertTrue(run("--count", "1").err().startsWith("note: map calls: 10240 entries, since the program does not say\n"));
    }

    private Run runWith(MapSpec map, String... options) throws Exception {
        source = Packages.write(folder, List.of(), map);
        return run(options);
    }

    @Test
    void showsMapsInRounds() throws Exception {
        service.holds("counts", entry(1, 5), entry(2, 8));
        Run run = runWith(Packages.map(new Output.Table(1, true)), "--count", "2", "--top", "1");
        assertEquals("""
                TIME  counts
                   KEY       VALUE
                     2           8
                … 1 more

                TIME  counts
                   KEY       VALUE
                     2           8
                … 1 more
                """, run.out().replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME"));
        assertEquals(List.of("start", "clear counts", "clear counts", "close reader", "close"), service.calls());
    }

    @Test
    void showsMapsOnceMoreAtTheEnd() throws Exception {
        service.holds("counts", entry(1, 5));
        Run run = runWith(Packages.map(new Output.Histogram(Output.Scale.LOG2, "usecs", 3_600_000, false)), "--duration", "10ms", "-o", "csv");
        assertEquals("time,low,high,count\r\nTIME,0,1,0\r\nTIME,2,3,5\r\n", run.out().replaceAll("\\d{4}-[0-9:.T-]+Z", "TIME"));
    }

    @Test
    void printsMapsAsJson() throws Exception {
        service.holds("counts", entry(1, 5));
        Run run = runWith(Packages.map(new Output.Counter(3_600_000)), "--duration", "10ms", "-o", "json");
        assertTrue(run.out().endsWith("\"tracker\":\"t\",\"type\":\"counter\",\"map\":\"counts\",\"entries\":[{\"key\":1,\"value\":5}]}\n"), run.out());
    }

    @Test
    void showsARefusalOfTheVerifierInOneLine() {
        service.refuses(new Failure.VerifierRejected("handle", 13, "R0 invalid mem access 'map_value_or_null'", "x.bpf.c", 12, "\treturn *value;", "check the pointer for NULL", "0: (b7)\n1: (95) exit\n"));
        assertEquals(new Run(3, "", """
                error: the verifier refused program handle at x.bpf.c:12: R0 invalid mem access 'map_value_or_null'
                    12 | return *value;
                hint: check the pointer for NULL; --log shows the kernel's whole log
                """), run());
        Run withLog = run("--log");
        assertTrue(withLog.err().startsWith("0: (b7)\n1: (95) exit\nerror: the verifier refused"), withLog.err());
        assertFalse(withLog.err().contains("--log shows"));
    }

    @Test
    void reportsADefectWithoutAStackTrace() {
        service.whenIdle(() -> {
            throw new IllegalStateException("boom");
        });
        Run run = run();
        assertEquals(1, run.code());
        assertEquals("error: a defect of eunomia: java.lang.IllegalStateException: boom\nhint: EUNOMIA_DEBUG=1 in the environment shows where it happened\n", run.err());
        assertEquals(List.of("start", "close reader", "close"), service.calls());
    }
}
