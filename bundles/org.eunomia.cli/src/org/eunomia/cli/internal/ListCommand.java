package org.eunomia.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists a daemon's trackers. */
final class ListCommand extends RemoteCommand {
    ListCommand() {
        super("list", List.of(), "Lists the trackers of a daemon.");
    }

    @Override
    void addOptions(CommandSpec spec) {
        super.addOptions(spec);
        spec.addOption(Arguments.flag("those that have ended, too", "-a", "--all"));
        spec.addOption(Arguments.flag("names only", "-q", "--quiet"));
    }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        boolean all = Arguments.has(options, "--all");
        List<TrackerInfo> trackers = service.list().stream().filter(t -> all || t.state() == TrackerInfo.State.RUNNING).toList();
        if (Arguments.wantsJson(options)) {
            for (TrackerInfo t : trackers) json(session, t);
        } else if (Arguments.has(options, "--quiet")) {
            session.print(trackers.stream().map(t -> t.name() + "\n").collect(Collectors.joining()));
        } else {
            TextGrid grid = new TextGrid("ID", "NAME", "STATE", "GENERATION", "AGE", "LABELS");
            for (TrackerInfo t : trackers) {
                grid.row(t.id(), t.name(), t.state().name().toLowerCase(Locale.ROOT) + (t.reason().isEmpty() ? "" : " (" + t.reason() + ")"), t.generation(), age(t.started()), labels(t.options().labels()));
            }
            session.print(grid.toString());
        }
        return ExitCode.DONE;
    }

    static String age(Instant since) {
        long seconds = Math.max(0, Duration.between(since, Instant.now()).toSeconds());
        return seconds < 120 ? seconds + "s" : seconds < 7200 ? seconds / 60 + "m" : seconds < 172_800 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    static String labels(Map<String, String> labels) {
        return labels.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(l -> l.getKey() + "=" + l.getValue()).collect(Collectors.joining(","));
    }
}
