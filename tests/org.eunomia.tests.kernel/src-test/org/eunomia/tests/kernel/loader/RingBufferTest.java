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
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.eunomia.tests.kernel.kit.Ticker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class RingBufferTest {
    /** Of 4096 bytes, so that the tests wrap it often. Every third record is given up, and each is filled with its number. */
    private static final byte[] ELF = BpfSource.compile("ring", """
            struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
            struct record { unsigned long long words[9]; };
            SEC("uprobe") int BPF_KPROBE(on_tick, unsigned long n)
            {
                struct record *r = bpf_ringbuf_reserve(&rb, sizeof(*r), 0);
                if (!r) return 0;
                for (int i = 0; i < 9; i++) r->words[i] = n;
                if (n % 3 == 2) bpf_ringbuf_discard(r, 0);
                else bpf_ringbuf_submit(r, 0);
                return 0;
            }
            """);
    private Ticker ticker;
    private LoadedObject object;
    private RecordSource source;
    private volatile boolean closed;

    @BeforeEach
    void load() throws Exception {
        ticker = Ticker.start();
        object = Kernel.loader().load(Records.onTicker(ELF, ticker, "on_tick"));
        source = object.records("rb");
        object.attach("on_tick");
    }

    @AfterEach
    void unload() throws Exception {
        if (object != null) object.close();
        ticker.close();
    }

    @Test
    void deliversRecordsInOrderAndLeavesOutDiscardedOnes() throws Exception {
        ticker.tick(7);
        assertEquals(List.of(0L, 1L, 3L, 4L, 6L), Records.numbers(source, 5));
    }

    @Test
    void keepsRecordsWholeWhenTheyWrapTheEnd() throws Exception {
        for (int round = 0; round < 100; round++) {
            ticker.tick(30);
            source.drain(record -> {
                long[] words = new long[9];
                record.asLongBuffer().get(words);
                assertArrayEquals(LongStream.generate(() -> words[0]).limit(9).toArray(), words);
            }, Integer.MAX_VALUE);
        }
        ticker.tick(1);
        assertEquals(List.of(3000L), Records.numbers(source, 1));
    }

    @Test
    void stopsAtTheLimitAndGoesOnThere() throws Exception {
        ticker.tick(8);
        assertEquals(2, source.drain(record -> { }, 2));
        assertEquals(List.of(3L, 4L, 6L, 7L), Records.numbers(source, 4));
    }

    @Test
    void freesTheSpaceOfARecordThatTheSinkChokesOn() throws Exception {
        ticker.tick(2);
        try {
            source.drain(record -> {
                throw new IllegalArgumentException("on purpose");
            }, 10);
        } catch (IllegalArgumentException e) {
            assertEquals("on purpose", e.getMessage());
        }
        assertEquals(List.of(1L), Records.numbers(source, 1));
    }

    @Test
    void goesOnAfterItRanFull() throws Exception {
        ticker.tick(1000);
        int kept = source.drain(record -> { }, Integer.MAX_VALUE);
        assertTrue(kept < 60, () -> kept + " records of 72 bytes fit into 4096");
        ticker.tick(1);
        assertEquals(List.of(1000L), Records.numbers(source, 1).subList(0, 1));
    }

    @Test
    void wakesTheReaderWhenARecordComes() throws Exception {
        CompletableFuture<Long> first = CompletableFuture.supplyAsync(() -> {
            source.await(Duration.ofSeconds(20));
            long[] number = {-1};
            source.drain(record -> number[0] = record.getLong(record.position()), 1);
            return number[0];
        });
        ticker.tick(1);
        assertEquals(0L, first.get(20, TimeUnit.SECONDS));
    }

    @Test
    void endsTheWaitWhenItIsWoken() throws Exception {
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> source.await(Duration.ofMinutes(5)));
        source.wake();
        wait.get(20, TimeUnit.SECONDS);
    }

    @Test
    void keepsAWakeUpForTheNextWait() {
        source.wake();
        long start = System.nanoTime();
        source.await(Duration.ofMinutes(5));
        assertTrue(System.nanoTime() - start < TimeUnit.MINUTES.toNanos(1));
    }

    @Test
    void endsTheWaitWhenItIsClosed() throws Exception {
        CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> source.await(Duration.ofMinutes(5)));
        source.close();
        wait.get(20, TimeUnit.SECONDS);
        assertEquals(0, source.drain(record -> { }, 1));
    }

    @Test
    void canBeClosedWhileItIsRead() throws Exception {
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            while (!closed) {
                source.drain(record -> record.getLong(), 1000);
                source.await(Duration.ofMillis(1));
            }
        });
        for (int i = 0; i < 20; i++) ticker.tick(50);
        source.close();
        closed = true;
        reading.get(20, TimeUnit.SECONDS);
    }

    @Test
    void waitsForSeveralSources() throws Exception {
        ticker.tick(1);
        try (LoadedObject other = Kernel.loader().load(Records.onTicker(ELF, ticker, "on_tick")); RecordSource idle = other.records("rb")) {
            source.drain(record -> { }, 1);
            CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> Kernel.loader().await(List.of(idle, source), Duration.ofMinutes(5)));
            ticker.tick(1);
            wait.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsItsSize() {
        assertEquals(4096, source.capacityBytes());
    }
}
