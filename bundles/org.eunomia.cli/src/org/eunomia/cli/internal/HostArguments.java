package org.eunomia.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eunomia.client.Hosts;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which daemon is meant, and what to show it. */
final class HostArguments {
    private HostArguments() { }

    static void addTo(CommandSpec spec) {
        addTo(spec, "the daemon there instead of the one on this machine");
    }

    static void addTo(CommandSpec spec, String description) {
        spec.addOption(Arguments.option("HOST", description + ": a URL, HOST:PORT, unix:PATH, or a name of the file of known hosts", "--host"));
        spec.addOption(Arguments.option("FILE", "take the token to show from FILE", "--token-file"));
        spec.addOption(Arguments.option("FILE", "trust certificates that are signed by one in FILE", "--ca"));
        spec.addOption(Arguments.option("FILE", "show the client certificate in FILE", "--cert"));
        spec.addOption(Arguments.option("FILE", "the client certificate's key", "--key"));
    }

    static boolean isGiven(ParseResult options) {
        return Arguments.has(options, "--host");
    }

    static RemoteTrackerService open(ParseResult options, Session session) throws OperationFailedException {
        Optional<Path> certificate = file(options, "--cert", session);
        Optional<Path> key = file(options, "--key", session);
        if (certificate.isPresent() != key.isPresent()) throw new OperationFailedException(new Failure.Conflict("client certificate", "--cert and --key belong together", ""));
        Hosts.Extras extras = new Hosts.Extras(file(options, "--token-file", session), file(options, "--ca", session), certificate.map(c -> new RemoteTarget.Identity(c, key.orElseThrow())));
        RemoteTarget target = new Hosts(session.environment()).find(Arguments.value(options, "--host", ""), extras);
        return RemoteTrackerService.of(target, ServiceLoader.load(PackageDocuments.class).findFirst().orElseThrow());
    }

    private static Optional<Path> file(ParseResult options, String name, Session session) {
        return Optional.of(Arguments.value(options, name, "")).filter(f -> !f.isEmpty()).map(session.folder()::resolve);
    }

    /** @param tracker an id, or a name; of several trackers of that name the one that runs, else the latest */
    static TrackerInfo find(TrackerService service, String tracker) throws OperationFailedException {
        List<TrackerInfo> all = service.list();
        return all.stream().filter(t -> t.id().toString().equals(tracker)).findFirst()
                .or(() -> all.stream().filter(t -> t.name().equals(tracker) && t.state() == TrackerInfo.State.RUNNING).findFirst())
                .or(() -> all.reversed().stream().filter(t -> t.name().equals(tracker)).findFirst())
                .orElseThrow(() -> new OperationFailedException(new Failure.NotFound("tracker", tracker, Nearest.to(tracker, all.stream().map(TrackerInfo::name).toList()))));
    }
}
