package org.eunomia.ide.core.targets;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * Asks all targets again and again how they are, each in a thread of its own, while somebody looks. A target that does not answer is asked less and less often. Nothing here
 * waits for a target but those threads, and the local host's runtime is not opened for the sake of being asked.
 */
public final class TargetMonitor {
    private static final TargetMonitor SHARED = new TargetMonitor(TargetRegistry.shared(), Timing.USUAL);

    private final TargetRegistry registry;
    private final Timing timing;
    private final List<Consumer<Target>> listeners = new CopyOnWriteArrayList<>();
    private final Map<Target, TargetPoll> polls = new HashMap<>();
    private ScheduledExecutorService clock;
    private int watchers;

    /**
     * @param interval     between two questions
     * @param slow         after which an answer is late
     * @param limit        after which it is not waited for any more
     * @param longestPause between two questions to a target that does not answer
     */
    public record Timing(Duration interval, Duration slow, Duration limit, Duration longestPause) {
        public static final Timing USUAL = new Timing(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    public TargetMonitor(TargetRegistry registry, Timing timing) {
        this.registry = registry;
        this.timing = timing;
        registry.addListener(new TargetRegistry.Listener() {
            @Override
            public void added(Target target) {
                begin(target);
                tell(target);
            }

            @Override
            public void removed(Target target) {
                end(target);
                tell(target);
            }

            @Override
            public void changed(Target target) {
                end(target);
                begin(target);
                tell(target);
            }
        });
    }

    public static TargetMonitor shared() {
        return SHARED;
    }

    /** Ends the asking for this watcher, once. */
    public interface Watching extends AutoCloseable {
        @Override
        void close();
    }

    /** Asks until the result is closed. */
    public Watching watch() {
        synchronized (polls) {
            if (watchers++ == 0) {
                clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("eunomia-targets-clock").factory());
                registry.list().forEach(this::begin);
            }
        }
        boolean[] closed = new boolean[1];
        return () -> {
            synchronized (polls) {
                if (closed[0]) return;
                closed[0] = true;
                if (--watchers > 0) return;
                List.copyOf(polls.keySet()).forEach(this::end);
                clock.shutdownNow();
            }
        };
    }

    private void begin(Target target) {
        synchronized (polls) {
            if (watchers > 0) polls.computeIfAbsent(target, t -> new TargetPoll(t, registry, timing, clock, () -> tell(t)));
        }
    }

    private void end(Target target) {
        synchronized (polls) {
            TargetPoll poll = polls.remove(target);
            if (poll != null) poll.close();
        }
    }

    /** As it was last seen; unknown while nobody watches. */
    public TargetState state(Target target) {
        synchronized (polls) {
            TargetPoll poll = polls.get(target);
            return poll == null ? TargetState.UNKNOWN : poll.state();
        }
    }

    /** Asks at once. */
    public void refresh(Target target) {
        synchronized (polls) {
            TargetPoll poll = polls.get(target);
            if (poll != null) poll.askNow();
        }
    }

    private void tell(Target target) {
        listeners.forEach(l -> l.accept(target));
    }

    /** @param listener told in any thread which target's state is another now */
    public void addListener(Consumer<Target> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Target> listener) {
        listeners.remove(listener);
    }
}
