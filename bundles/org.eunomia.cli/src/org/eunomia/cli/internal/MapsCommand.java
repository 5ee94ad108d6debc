package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.client.EntryText;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.schema.Type;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists, reads and writes the maps of a tracker. */
final class MapsCommand extends RemoteCommand {
    MapsCommand() {
        super("maps", List.of("TRACKER", "[MAP]", "[KEY]", "[VALUE]"), "Lists the maps of a daemon's tracker; with MAP shows its entries, with KEY one entry, with VALUE sets it.",
                "KEY and VALUE are JSON in the types of the map: 42, '\"name\"', '{\"pid\":42}'.");
    }

    @Override
    void addOptions(CommandSpec spec) {
        super.addOptions(spec);
        spec.addOption(Arguments.flag("remove the entry at KEY", "--delete"));
        spec.addOption(Arguments.flag("remove all entries of MAP", "--clear"));
    }

    @Override
    int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        TrackerInfo tracker = HostArguments.find(service, values.getFirst());
        boolean json = Arguments.wantsJson(options);
        if (values.size() == 1) {
            list(tracker, json, session);
            return ExitCode.DONE;
        }
        MapSpec map = map(tracker, values.get(1));
        EntryText text = new EntryText(map);
        if (Arguments.has(options, "--clear")) {
            service.clear(tracker.id(), map.name());
        } else if (values.size() == 2) {
            for (MapEntry e : service.entries(tracker.id(), map.name())) session.print(text.line(e, json) + "\n");
        } else {
            entry(service, tracker, map, text, values, options, session);
        }
        return ExitCode.DONE;
    }

    private static void entry(TrackerService service, TrackerInfo tracker, MapSpec map, EntryText text, List<String> values, ParseResult options, Session session)
            throws OperationFailedException, UsageException, IOException {
        byte[] key = text.key(values.get(2));
        if (values.size() == 4) {
            service.put(tracker.id(), map.name(), key, text.value(values.get(3)));
        } else if (Arguments.has(options, "--delete")) {
            if (!service.remove(tracker.id(), map.name(), key)) throw none(values.get(2));
        } else {
            byte[] value = service.lookup(tracker.id(), map.name(), key).orElseThrow(() -> none(values.get(2)));
            session.print(text.line(new MapEntry(key, value), Arguments.wantsJson(options)) + "\n");
        }
    }

    private static OperationFailedException none(String key) {
        return new OperationFailedException(new Failure.NotFound("entry", key, List.of()));
    }

    private static MapSpec map(TrackerInfo tracker, String name) throws OperationFailedException {
        return tracker.maps().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() -> new OperationFailedException(
                new Failure.NotFound("map", name, Nearest.to(name, tracker.maps().stream().map(MapSpec::name).toList()))));
    }

    private static void list(TrackerInfo tracker, boolean json, Session session) throws IOException {
        if (json) {
            for (MapSpec m : tracker.maps()) json(session, m);
            return;
        }
        TextGrid grid = new TextGrid("MAP", "TYPE", "ENTRIES", "KEY", "VALUE");
        for (MapSpec m : tracker.maps()) grid.row(m.name(), m.type(), m.maxEntries(), m.keyType().map(Type::cName).orElse(""), m.valueType().map(Type::cName).orElse(""));
        session.print(grid.toString());
    }
}
