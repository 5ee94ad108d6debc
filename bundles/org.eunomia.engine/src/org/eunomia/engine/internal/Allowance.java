package org.eunomia.engine.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;

/**
 * What a tracker may use and how long it may live.
 *
 * @param startNanos  of the runtime's clock, when its life began
 * @param budgetNanos when the present budget began to hold
 */
record Allowance(StartOptions options, long startNanos, long budgetNanos) {
    /** Nanoseconds in a long hold no more than 292 years. */
    private static final Duration LONGEST = Duration.ofDays(36_500);
    /** Averages need some time before they say anything. */
    private static final long FIRST_VERDICT_NANOS = TimeUnit.SECONDS.toNanos(3);

    static Allowance of(StartOptions options, long nowNanos) {
        return new Allowance(options, nowNanos, nowNanos);
    }

    /** The same with the budget that an update brings; the same as it is when it brings none. */
    Allowance with(StartOptions.Budget budget, long nowNanos) {
        if (budget.equals(StartOptions.Budget.UNLIMITED)) return this;
        // Averages shall tell of what came since, not of the generation before.
        return new Allowance(new StartOptions(options.labels(), options.timeToLive(), budget, options.persistent()), startNanos, nowNanos + Usage.WINDOW_NANOS - FIRST_VERDICT_NANOS);
    }

    /** A budget of CPU time can be held only with the kernel's statistics. */
    boolean needsStatistics() {
        return options.budget().cpuPercent() > 0;
    }

    /** Nanoseconds until the time to live is over, at least 0; {@link Long#MAX_VALUE} without one. */
    long leftNanos(long nowNanos) {
        if (options.timeToLive().isZero()) return Long.MAX_VALUE;
        return Math.max(0, options.timeToLive().compareTo(LONGEST) > 0 ? Long.MAX_VALUE : options.timeToLive().toNanos() - (nowNanos - startNanos));
    }

    /** Why the tracker has to end now. */
    Optional<String> broken(long nowNanos, Usage usage, long mapBytes) {
        if (leftNanos(nowNanos) == 0) return Optional.of("its time to live of " + text(options.timeToLive()) + " is over");
        StartOptions.Budget b = options.budget();
        if (b.mapBytes() > 0 && mapBytes > b.mapBytes()) return Optional.of("its maps hold " + mapBytes + " bytes, allowed are " + b.mapBytes());
        if (nowNanos - budgetNanos < FIRST_VERDICT_NANOS) return Optional.empty();
        if (b.eventsPerSecond() > 0 && usage.eventsPerSecond() > b.eventsPerSecond()) {
            return Optional.of("it sent " + Math.round(usage.eventsPerSecond()) + " events per second, allowed are " + b.eventsPerSecond());
        }
        if (b.cpuPercent() > 0 && usage.cpuPercent() > b.cpuPercent()) {
            return Optional.of(String.format(Locale.ROOT, "its programs took %.1f %% of a CPU, allowed are %d %%", usage.cpuPercent(), b.cpuPercent()));
        }
        return Optional.empty();
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    /** @throws OperationFailedException when a generation with so much map memory is not allowed to run */
    void check(String tracker, LongSupplier mapBytes) throws OperationFailedException {
        long allowed = options.budget().mapBytes();
        long held = allowed > 0 ? mapBytes.getAsLong() : 0;
        if (held > allowed) {
            throw new OperationFailedException(new Failure.LimitExceeded("map memory of tracker " + tracker + ", " + held + " bytes,", allowed + " bytes",
                    "make its maps smaller, or its budget larger"));
        }
    }
}
