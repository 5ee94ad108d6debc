package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.core.watch.Watch;
import org.eunomia.core.watch.WatchOptions;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a tracker, in this process or by a daemon, and shows what it yields. */
final class RunCommand implements Command {
    private static final String USAGE_HINT = "eunomia run FILE.bpf.c, a package, '-', JSON or a URL";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("run", "Runs a tracker until Ctrl-C and shows its events.", StartArguments.ABOUT_SOURCE[0], StartArguments.ABOUT_SOURCE[1]);
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to run"));
        WatchArguments.addTo(spec);
        StartArguments.addTo(spec);
        HostArguments.addTo(spec, "run it by the daemon there instead of in this process");
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        Optional<StartArguments.Given> given = StartArguments.read(withoutOldWord(arguments), this::spec, USAGE_HINT, session);
        if (given.isEmpty()) return ExitCode.DONE;
        WatchOptions watch = WatchArguments.of(given.get().options());
        boolean remote = HostArguments.isGiven(given.get().options());
        return start(given.get().start(), watch, session, remote ? () -> HostArguments.open(given.get().options(), session) : session.runtime(), remote);
    }

    /** 0.1.0 wanted a word before the JSON. */
    private static List<String> withoutOldWord(List<String> arguments) {
        boolean old = arguments.size() > 1 && arguments.get(0).equals("hotupdate") && !arguments.get(1).startsWith("--");
        return old ? arguments.subList(1, arguments.size()) : arguments;
    }

    /** @param remote whether the tracker would outlive the service */
    private static int start(StartSpec spec, WatchOptions options, Session session, TrackerServiceFactory runtime, boolean remote)
            throws OperationFailedException, IOException, InterruptedException {
        session.stop().watched();
        if (session.stop().isRequested()) return ExitCode.INTERRUPTED;
        Watch.prepare();
        try (TrackerService service = runtime.open()) {
            TrackerInfo tracker = service.start(spec);
            try {
                List<String> told = new ArrayList<>(tracker.notices());
                told.forEach(session::note);
                new Watch(service, tracker, options, session).run();
                service.show(tracker.id()).notices().stream().filter(n -> !told.contains(n)).forEach(session::note);
            } finally {
                if (remote) service.stop(tracker.id());
            }
        }
        return ExitCode.DONE;
    }
}
