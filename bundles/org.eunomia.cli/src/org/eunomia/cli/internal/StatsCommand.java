package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerStats;
import picocli.CommandLine.ParseResult;

/** Shows what a tracker costs. */
final class StatsCommand extends RemoteCommand {
    StatsCommand() {
        super("stats", List.of("TRACKER"), "Shows what a tracker of a daemon costs: run time of its programs, memory of its maps, events and losses.");
    }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        TrackerStats stats = service.stats(HostArguments.find(service, values.getFirst()).id());
        if (Arguments.wantsJson(options)) json(session, stats);
        else session.print(text(stats));
        return ExitCode.DONE;
    }

    private static String text(TrackerStats s) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "up %d s, %.1f events/s, %.2f %% of a CPU, %d events, %d lost%n", s.upMillis() / 1000, s.eventsPerSecond(), s.cpuPercent(),
                s.losses().delivered(), s.losses().lost()));
        Map<String, Long> lost = new TreeMap<>(s.losses().dropped());
        s.losses().reserveFailures().forEach((map, n) -> lost.put("map " + map, n));
        lost.forEach((where, n) -> {
            if (n > 0) out.append("lost at ").append(where).append(": ").append(n).append('\n');
        });
        TextGrid programs = new TextGrid("PROGRAM", "RUNS", "NS/RUN", "INSNS");
        for (TrackerStats.ProgramStats p : s.programs()) programs.row(p.name(), p.runCount(), p.runCount() == 0 ? 0 : p.runNanos() / p.runCount(), p.verifiedInstructions());
        TextGrid maps = new TextGrid("MAP", "TYPE", "ENTRIES", "BYTES");
        for (TrackerStats.MapStats m : s.maps()) maps.row(m.name(), m.type(), m.maxEntries(), m.memoryBytes());
        return out.append(programs).append(maps).toString();
    }
}
