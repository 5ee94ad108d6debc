package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.RecordSource;
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
class PerfBufferTest {
    /** Records of 17 words filled with their number: with its headers each takes 152 bytes, which does not divide a page. */
    private static final byte[] ELF = BpfSource.compile("perf", """
            struct { __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY); __uint(key_size, 4); __uint(value_size, 4); } events SEC(".maps");
            struct record { unsigned long long words[17]; };
            SEC("uprobe") int BPF_KPROBE(on_tick, unsigned long n)
            {
                struct record r;
                for (int i = 0; i < 17; i++) r.words[i] = n;
                bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &r, sizeof(r));
                return 0;
            }
            """);
    private static final int RECORD_BYTES = 152;

    private Ticker ticker;
    private LoadedObject object;
    private RecordSource source;

    @BeforeEach
    void load() throws Exception {
        ticker = Ticker.start();
        object = Kernel.loader().load(Records.onTicker(ELF, ticker, "on_tick"));
        source = object.records("events");
        object.attach("on_tick");
    }

    @AfterEach
    void unload() throws Exception {
        if (object != null) object.close();
        ticker.close();
    }

    @Test
    void deliversEachRecordOnce() throws Exception {
        ticker.tick(5);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), Records.numbers(source, 5).stream().sorted().toList());
        assertEquals(0, source.lost());
    }

    @Test
    void keepsRecordsWholeWhenTheyWrapTheEnd() throws Exception {
        long inRing = source.capacityBytes() / RECORD_BYTES;
        int[] seen = {0};
        for (int round = 0; round < 10; round++) {
            ticker.tick((int) inRing * 3 / 4);
            source.drain(record -> {
                seen[0]++;
                long[] words = new long[17];
                record.asLongBuffer().get(words);
                assertArrayEquals(LongStream.generate(() -> words[0]).limit(17).toArray(), words);
            }, Integer.MAX_VALUE);
        }
        assertEquals(10 * ((int) inRing * 3 / 4), seen[0]);
    }

    @Test
    void countsWhatTheKernelDropped() throws Exception {
        int most = (int) (source.capacityBytes() / RECORD_BYTES) * Runtime.getRuntime().availableProcessors();
        int[] ticks = {most * 2};
        int[] seen = {0};
        ticker.tick(ticks[0]);
        // The kernel reports a loss with the next record that fits, on the CPU where it happened: so go on ticking until the sum is right.
        Await.until("all ticks were seen or counted as lost", () -> {
            source.drain(record -> seen[0]++, Integer.MAX_VALUE);
            if (seen[0] + source.lost() == ticks[0]) return true;
            ticker.tick(1);
            ticks[0]++;
            return false;
        });
        assertTrue(source.lost() >= ticks[0] - seen[0] && source.lost() > 0, () -> "lost " + source.lost() + " of " + ticks[0]);
    }

    @Test
    void wakesTheReaderWhenARecordComes() throws Exception {
        CompletableFuture<Integer> records = CompletableFuture.supplyAsync(() -> {
            source.await(Duration.ofSeconds(20));
            return source.drain(record -> { }, 1);
        });
        ticker.tick(1);
        assertEquals(1, records.get(20, TimeUnit.SECONDS));
    }
}
