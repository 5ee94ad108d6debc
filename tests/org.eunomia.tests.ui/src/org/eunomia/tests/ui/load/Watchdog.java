package org.eunomia.tests.ui.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eunomia.tests.ui.kit.Ui;

/** Asks the thread of the user interface for its attention every few milliseconds, and looks what it does when it does not come. */
final class Watchdog {
    private static final int LONG_MS = 100;
    private static final int PAUSE_MS = 5;
    private final List<String> stalls = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong pendingSince = new AtomicLong();
    private final Thread userInterface = Ui.display().getThread();
    private final long started = System.nanoTime();
    private volatile boolean running = true;
    private volatile String seen = "";
    private long most;
    private long over100;
    private long over50;
    private long asked;

    void start() {
        Thread.ofPlatform().name("watchdog").daemon().start(this::ask);
        Thread.ofPlatform().name("watchdog's witness").daemon().start(this::look);
    }

    private void ask() {
        while (running) {
            long start = System.nanoTime();
            pendingSince.set(start);
            Ui.display().syncExec(() -> { });
            pendingSince.set(0);
            note(start, (System.nanoTime() - start) / 1_000_000);
            pause();
        }
    }

    private synchronized void note(long start, long millis) {
        asked++;
        most = Math.max(most, millis);
        if (millis > LONG_MS / 2) over50++;
        if (millis <= LONG_MS) return;
        over100++;
        stalls.add(String.format(Locale.ROOT, "  after %.1f s: %d ms in %s", (start - started) / 1e9, millis, seen));
    }

    private void look() {
        while (running) {
            long since = pendingSince.get();
            if (since != 0 && System.nanoTime() - since > LONG_MS * 800_000L) {
                seen = Arrays.stream(userInterface.getStackTrace()).filter(f -> !f.getClassName().startsWith("java.")).limit(14).map(f -> f.getClassName().replaceAll(".*\\.", "") + "." + f.getMethodName())
                        .collect(Collectors.joining(" < "));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        running = false;
    }

    synchronized String report() {
        return String.format(Locale.ROOT, "user interface: longest absence %d ms, %d over 100 ms, %d over 50 ms, asked %,d times%n%s", most, over100, over50, asked, String.join(System.lineSeparator(), stalls));
    }
}
