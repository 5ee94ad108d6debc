package org.eunomia.ide.ui.internal.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.HostInfo;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetState;

/** All that is known of a target or a tracker, as names with values in groups. */
final class Details {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private final List<Group> groups = new ArrayList<>();
    private List<Row> rows;

    record Row(String name, String value) { }

    record Group(String name, List<Row> rows) { }

    static List<Group> of(Target target, TargetState state) {
        Details d = new Details();
        HostInfo host = state.host();
        d.group("Target");
        d.row("name", target.name());
        d.row("address", target.isLocal() ? "this host" : target.endpoint());
        d.row("state", state.reach().name().toLowerCase(Locale.ROOT));
        state.failure().ifPresent(f -> d.row("problem", Failures.text(f).replace('\n', ' ')));
        d.group("Host");
        d.row("name", host.host());
        d.row("kernel", host.kernel());
        d.row("architecture", host.arch());
        d.row("eunomia", host.version());
        d.row("your role", host.role());
        d.group("Trackers");
        state.trackers().forEach(t -> d.row(t.info().name() + " [" + t.info().id() + "]", t.info().state().name().toLowerCase(Locale.ROOT)));
        return d.done();
    }

    /** Asks the target; blocks as its service does. */
    static List<Group> of(TrackerSession session) throws OperationFailedException {
        TrackerService service = TargetRegistry.shared().service(session.target());
        TrackerInfo info = service.show(session.id());
        Details d = new Details();
        d.tracker(session, info);
        d.options(info.options());
        if (info.state() == TrackerInfo.State.RUNNING) d.stats(service.stats(session.id()));
        else d.losses(service.losses(session.id()));
        d.maps(info.maps());
        d.group("Notices");
        info.notices().forEach(n -> d.row("", n));
        return d.done();
    }

    private void tracker(TrackerSession session, TrackerInfo info) {
        group("Tracker");
        row("id", info.id().toString());
        row("name", info.name());
        row("target", session.target().name());
        row("state", info.state().name().toLowerCase(Locale.ROOT));
        row("reason", info.reason());
        row("started", time(info.started()));
        row("generation", Integer.toString(info.generation()));
        row("package", (info.pack().name() + " " + info.pack().version()).strip());
        row("digest", info.pack().digest());
        row("programs", String.join(", ", info.programs()));
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private void options(StartOptions options) {
        group("Options");
        new TreeMap<>(options.labels()).forEach((name, value) -> row("label " + name, value));
        if (!options.timeToLive().isZero()) row("stops after", options.timeToLive().toSeconds() + " s");
        if (options.budget().eventsPerSecond() > 0) row("events/s at most", Long.toString(options.budget().eventsPerSecond()));
        if (options.budget().cpuPercent() > 0) row("CPU at most", options.budget().cpuPercent() + " %");
        if (options.budget().mapBytes() > 0) row("map memory at most", options.budget().mapBytes() + " bytes");
        if (options.persistent()) row("persistent", "comes back when the daemon starts again");
    }

    private void stats(TrackerStats stats) {
        group("Costs");
        row("up", Duration.ofMillis(stats.upMillis()).toSeconds() + " s");
        row("events/s", String.format(Locale.ROOT, "%,.1f", stats.eventsPerSecond()));
        row("CPU", String.format(Locale.ROOT, "%.2f %%", stats.cpuPercent()));
        row("map memory", String.format(Locale.ROOT, "%,d bytes", stats.maps().stream().mapToLong(TrackerStats.MapStats::memoryBytes).sum()));
        for (TrackerStats.ProgramStats p : stats.programs()) row("program " + p.name(), "id " + p.kernelId() + ", " + p.verifiedInstructions() + " instructions verified, ran " + p.runCount() + " times");
        losses(stats.losses());
    }

    private void losses(LossLedger losses) {
        group("Records");
        row("produced", number(losses.produced()));
        row("delivered", number(losses.delivered()));
        new TreeMap<>(losses.reserveFailures()).forEach((map, n) -> row("did not fit into " + map, number(n)));
        new TreeMap<>(losses.dropped()).forEach((hop, n) -> row("dropped by " + hop, number(n)));
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private void maps(List<MapSpec> maps) {
        group("Maps");
        for (MapSpec m : maps) {
            String types = m.keyType().map(Type::cName).orElse("?") + " → " + m.valueType().map(Type::cName).orElse("?");
            row(m.name(), m.type() + ", " + m.maxEntries() + (m.key() == null && m.value() == null ? "" : ", " + types));
        }
    }

    private void group(String name) {
        rows = new ArrayList<>();
        groups.add(new Group(name, rows));
    }

    private void row(String name, String value) {
        if (value != null && !value.isBlank()) rows.add(new Row(name, value));
    }

    private List<Group> done() {
        return groups.stream().filter(g -> !g.rows().isEmpty()).toList();
    }
}
