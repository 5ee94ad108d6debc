package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.Escapes;
import picocli.CommandLine.ParseResult;

/** Shows one tracker. */
final class ShowCommand extends RemoteCommand {
    ShowCommand() {
        super("show", List.of("TRACKER"), "Shows a tracker of a daemon, by id or name.");
    }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        TrackerInfo t = HostArguments.find(service, values.getFirst());
        if (Arguments.wantsJson(options)) {
            json(session, t);
            return ExitCode.DONE;
        }
        LossLedger losses = service.losses(t.id());
        StringBuilder out = new StringBuilder();
        line(out, "id", t.id());
        line(out, "name", t.name());
        line(out, "state", t.state().name().toLowerCase(Locale.ROOT) + (t.reason().isEmpty() ? "" : ", " + t.reason()));
        line(out, "package", (t.pack().name() + " " + t.pack().version()).strip() + (t.pack().digest().isEmpty() ? "" : ", sha256 " + t.pack().digest()));
        line(out, "generation", t.generation());
        line(out, "started", t.started());
        line(out, "labels", ListCommand.labels(t.options().labels()));
        line(out, "persistent", t.options().persistent() ? "yes" : "no");
        line(out, "programs", String.join(", ", t.programs()));
        line(out, "maps", String.join(", ", t.maps().stream().map(MapSpec::name).toList()));
        line(out, "events", losses.delivered());
        line(out, "lost", losses.lost());
        for (String notice : t.notices()) line(out, "note", notice);
        session.print(out.toString());
        return ExitCode.DONE;
    }

    private static void line(StringBuilder out, String name, Object value) {
        out.append(String.format("%-11s %s", name, Escapes.text(String.valueOf(value))).stripTrailing()).append('\n');
    }
}
