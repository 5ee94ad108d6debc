package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.targets.HostInfo;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetState;
import org.eunomia.ide.core.targets.TrackerStatus;

/** What the view tells of targets and trackers. */
enum TargetColumn {
    NAME("Target", "targets, and the trackers that run there", 30, 130, false),
    STATE("State", "whether a target answers, and a tracker runs", 20, 90, false),
    GENERATION("Gen.", "how often a tracker's package was replaced while it ran, counted from 1", 6, 44, true),
    RATE("Events/s", "records that a tracker yields each second, over the last seconds", 10, 66, true),
    LOST("Lost", "records that did not make it to the tracker's buffer since its start", 8, 50, true),
    KERNEL("Kernel / package", "a target's kernel and the daemon's version; a tracker's package", 26, 150, false);

    private final String title;
    private final String description;
    private final int weight;
    private final int width;
    private final boolean number;

    TargetColumn(String title, String description, int weight, int width, boolean number) {
        this.title = title;
        this.description = description;
        this.weight = weight;
        this.width = width;
        this.number = number;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    int weight() {
        return weight;
    }

    int width() {
        return width;
    }

    boolean isNumber() {
        return number;
    }

    String text(Target target, TargetState state) {
        return switch (this) {
            case NAME -> target.name();
            case STATE -> state(state);
            case KERNEL -> joined(state.host().kernel(), version(state.host()));
            case RATE -> rate(state.trackers().stream().mapToDouble(TrackerStatus::eventsPerSecond).filter(r -> r >= 0).sum(), state.trackers().isEmpty());
            case LOST -> state.trackers().isEmpty() ? "" : number(state.trackers().stream().mapToLong(s -> s.losses().lost()).sum());
            case GENERATION -> "";
        };
    }

    private static String state(TargetState state) {
        return switch (state.reach()) {
            case IDLE -> state.host().kernel().isEmpty() ? "" : "ready";
            case CONNECTING -> state.problem() == null ? "connecting…" : "connecting again…";
            case READY -> "ready";
            case SLOW -> "slow";
            case REFUSED -> "refused";
            case UNREACHABLE -> "unreachable";
        };
    }

    private static String version(HostInfo host) {
        return host.version().isEmpty() ? "" : "eunomia " + host.version();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(", "));
    }

    String text(TrackerStatus tracker, boolean current) {
        TrackerInfo info = tracker.info();
        return switch (this) {
            case NAME -> info.name() + " [" + info.id() + "]";
            case STATE -> (current ? "" : "was ") + info.state().name().toLowerCase(Locale.ROOT);
            case GENERATION -> Integer.toString(info.generation());
            case RATE -> rate(tracker.eventsPerSecond(), tracker.eventsPerSecond() < 0 || !current);
            case LOST -> number(tracker.losses().lost());
            case KERNEL -> pack(info.pack());
        };
    }

    private static String pack(PackageInfo pack) {
        String digest = pack.digest().substring(0, Math.min(8, pack.digest().length()));
        return String.join(" ", List.of(pack.name(), pack.version(), digest).stream().filter(Objects::nonNull).filter(p -> !p.isEmpty()).toList());
    }

    private static String rate(double rate, boolean unknown) {
        return unknown ? "" : rate > 0 && rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : number(Math.round(rate));
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
