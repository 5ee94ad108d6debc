package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.TraceSource;
import org.eunomia.kernel.TraceSource.Line;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.eunomia.tests.kernel.kit.Ticker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class PrintkTest {
    private static byte[] printing(String text) {
        return BpfSource.compile("printk", "SEC(\"uprobe\") int BPF_KPROBE(on_tick, unsigned long n) { bpf_printk(\"" + text + " %lu\", n); return 0; }");
    }

    private Ticker ticker;
    private LoadedObject object;
    private TraceSource trace;

    @BeforeEach
    void load() throws Exception {
        ticker = Ticker.start();
        object = Kernel.loader().load(Records.onTicker(printing("mine"), ticker, "on_tick"));
        trace = object.trace();
        object.attach("on_tick");
    }

    @AfterEach
    void unload() throws Exception {
        if (object != null) object.close();
        ticker.close();
    }

    private List<Line> lines(int count) throws Exception {
        List<Line> lines = new ArrayList<>();
        Await.until(count + " lines came", () -> {
            lines.addAll(trace.read(Duration.ofMillis(100)));
            return lines.size() >= count;
        });
        return lines;
    }

    @Test
    void tellsTextProcessAndTime() throws Exception {
        ticker.tick(2);
        List<Line> lines = lines(2);
        assertEquals(List.of("mine 0", "mine 1"), lines.stream().map(Line::text).toList());
        assertEquals(ticker.pid(), lines.getFirst().pid());
        assertEquals(Ticker.NAME, lines.getFirst().comm());
        assertTrue(lines.get(0).uptimeNanos() < lines.get(1).uptimeNanos());
    }

    @Test
    void leavesOutLinesOfOtherPrograms() throws Exception {
        try (LoadedObject other = Kernel.loader().load(Records.onTicker(printing("theirs"), ticker, "on_tick"))) {
            other.attach("on_tick");
            ticker.tick(3);
            assertEquals(List.of("mine 0", "mine 1", "mine 2"), lines(3).stream().map(Line::text).toList());
        }
    }

    @Test
    void endsTheWaitWhenItIsClosed() throws Exception {
        CompletableFuture<List<Line>> wait = CompletableFuture.supplyAsync(() -> trace.read(Duration.ofMinutes(5)));
        trace.close();
        assertEquals(List.of(), wait.get(20, TimeUnit.SECONDS));
    }
}
