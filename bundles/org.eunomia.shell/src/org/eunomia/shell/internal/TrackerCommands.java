package org.eunomia.shell.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.core.spec.Package;
import org.eunomia.core.view.Escapes;

/** Commands of scope {@code eunomia}. Each returns text; trackers are named by id or name, packages by files of the daemon's host. */
public final class TrackerCommands {
    static final String SCOPE = "eunomia";
    static final List<String> FUNCTIONS = List.of("start", "update", "stop", "list", "show", "events", "maps", "stats", "verify");
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private final TrackerService service;
    private final PackageDocuments documents;

    TrackerCommands(TrackerService service, PackageDocuments documents) {
        this.service = service;
        this.documents = documents;
    }

    @Descriptor("starts a tracker and tells its id")
    public String start(@Descriptor("what to call it") @Parameter(names = {"-n", "--name"}, absentValue = "") String name,
            @Descriptor("file with its package") String file, @Descriptor("params as NAME=VALUE") String... params) throws OperationFailedException {
        return service.start(new StartSpec(read(file), name, params(params), Map.of())).id().toString();
    }

    @Descriptor("replaces the package of a running tracker without a gap")
    public String update(@Descriptor("go on with the content of maps") @Parameter(names = {"-c", "--carry-maps"}, presentValue = "true", absentValue = "false") boolean carryMaps,
            @Descriptor("the tracker") String tracker, @Descriptor("file with the package") String file, @Descriptor("params as NAME=VALUE") String... params)
            throws OperationFailedException, InterruptedException {
        TrackerId id = find(tracker).id();
        service.update(id, new StartSpec(read(file), "", params(params), Map.of()), carryMaps);
        UpdateReport report = service.lastUpdate(id, SETTLING);
        return "generation " + report.tracker().generation() + " runs, both ran for " + report.overlapMillis() + " ms, " + report.lost() + " records lost";
    }

    @Descriptor("stops trackers")
    public void stop(@Descriptor("the trackers") String... trackers) throws OperationFailedException {
        for (String tracker : trackers) service.stop(find(tracker).id());
    }

    @Descriptor("lists trackers")
    public String list(@Descriptor("those that have ended, too") @Parameter(names = {"-a", "--all"}, presentValue = "true", absentValue = "false") boolean all)
            throws OperationFailedException {
        return service.list().stream().filter(t -> all || t.state() == TrackerInfo.State.RUNNING)
                .map(t -> String.format("%4s  %-8s  %s", t.id(), t.state().name().toLowerCase(Locale.ROOT), Escapes.text(t.name()))).collect(Collectors.joining("\n"));
    }

    @Descriptor("shows a tracker")
    public String show(@Descriptor("the tracker") String tracker) throws OperationFailedException {
        TrackerInfo t = find(tracker);
        LossLedger losses = service.losses(t.id());
        return Escapes.lines(String.join("\n", "id " + t.id() + ", " + t.name() + ", " + t.state().name().toLowerCase(Locale.ROOT) + ", generation " + t.generation(),
                "programs " + String.join(", ", t.programs()), "events " + losses.delivered() + ", lost " + losses.lost(), t.reason())).strip();
    }

    @Descriptor("shows the next events of a tracker")
    public String events(@Descriptor("how many") @Parameter(names = {"-c", "--count"}, absentValue = "10") int count,
            @Descriptor("how long to wait for them, in seconds") @Parameter(names = {"-t", "--time"}, absentValue = "10") int seconds, @Descriptor("the tracker") String tracker)
            throws OperationFailedException, InterruptedException {
        StringBuilder out = new StringBuilder();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        int left = count;
        try (EventReader reader = service.events(find(tracker).id(), 0)) {
            while (left > 0 && System.nanoTime() < end) {
                EventBatch batch = reader.read(Duration.ofNanos(end - System.nanoTime()));
                for (Event e : batch.events().subList(0, Math.min(left, batch.events().size()))) out.append(Escapes.text(e.time() + " " + e.value())).append('\n');
                left -= batch.events().size();
                if (batch.end()) break;
            }
        }
        return out.toString().stripTrailing();
    }

    @Descriptor("lists the maps of a tracker")
    public String maps(@Descriptor("the tracker") String tracker) throws OperationFailedException {
        return find(tracker).maps().stream().map(m -> m.name() + "  " + m.type() + "  " + m.maxEntries()).collect(Collectors.joining("\n"));
    }

    @Descriptor("shows the entries of a map as bytes")
    public String maps(@Descriptor("the tracker") String tracker, @Descriptor("the map") String map) throws OperationFailedException {
        HexFormat hex = HexFormat.of();
        return service.entries(find(tracker).id(), map).stream().map(e -> hex.formatHex(e.key()) + "  " + hex.formatHex(e.value())).collect(Collectors.joining("\n"));
    }

    @Descriptor("shows what a tracker costs")
    public String stats(@Descriptor("the tracker") String tracker) throws OperationFailedException {
        TrackerStats s = service.stats(find(tracker).id());
        return String.format(Locale.ROOT, "%.1f events/s, %.2f %% of a CPU, %d bytes of maps", s.eventsPerSecond(), s.cpuPercent(),
                s.maps().stream().mapToLong(TrackerStats.MapStats::memoryBytes).sum());
    }

    @Descriptor("loads a package without attaching it")
    public String verify(@Descriptor("file with the package") String file) throws OperationFailedException {
        VerifyReport report = service.verify(StartSpec.of(read(file)));
        if (report.failure().isPresent()) throw new OperationFailedException(report.failure().get());
        return report.programs().stream().map(v -> v.program() + " accepted, " + v.instructions() + " instructions").collect(Collectors.joining("\n"));
    }

    private TrackerInfo find(String tracker) throws OperationFailedException {
        List<TrackerInfo> all = service.list();
        return all.stream().filter(t -> t.id().toString().equals(tracker)).findFirst()
                .or(() -> all.reversed().stream().filter(t -> t.name().equals(tracker)).findFirst())
                .orElseThrow(() -> new OperationFailedException(new Failure.NotFound("tracker", tracker, Nearest.to(tracker, all.stream().map(TrackerInfo::name).toList()))));
    }

    private Package read(String file) throws OperationFailedException {
        try {
            return documents.read(file, Files.readAllBytes(Path.of(file)));
        } catch (NoSuchFileException e) {
            throw new OperationFailedException(new Failure.NotFound("file", file, List.of()), e);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable("file " + file, String.valueOf(e.getMessage()), ""), e);
        }
    }

    private static Map<String, String> params(String... assignments) throws OperationFailedException {
        Map<String, String> params = new LinkedHashMap<>();
        for (String a : assignments) {
            int equals = a.indexOf('=');
            if (equals < 1) throw new OperationFailedException(new Failure.ParamInvalid(a, "", "NAME=VALUE is wanted", ""));
            params.put(a.substring(0, equals), a.substring(equals + 1));
        }
        return params;
    }
}
