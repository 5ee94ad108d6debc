package org.eunomia.ide.ui.internal.targets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.launch.TrackerSource;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Starts the same tracker on all chosen targets, and shows its events in one stream. */
public final class StartTracker extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.allTargets().isEmpty();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<Target> targets = chosen.allTargets();
        String names = targets.stream().map(Target::name).collect(Collectors.joining(", "));
        Optional<StartDialog.Wanted> wanted = StartDialog.ask(window.getShell(), false, names);
        if (wanted.isEmpty()) return;
        List<TrackerSession> started = Collections.synchronizedList(new ArrayList<>());
        SharedPackage pack = new SharedPackage(wanted.get().source());
        new TargetJob<>("Start " + TrackerSource.name(wanted.get().source()), targets, target -> {
            TrackerInfo tracker = TargetRegistry.shared().service(target).start(spec(pack.get(), wanted.get()));
            started.add(new TrackerSession(target, tracker.id(), tracker.name()));
            return target;
        }).then(() -> {
            if (!started.isEmpty()) TrackerViews.showEvents(List.copyOf(started));
        }).schedule();
    }

    private static StartSpec spec(Package pack, StartDialog.Wanted wanted) {
        String name = !wanted.name().isEmpty() || !pack.name().isEmpty() ? wanted.name() : TrackerSource.name(wanted.source());
        StartOptions options = new StartOptions(Map.of(), wanted.duration(), StartOptions.Budget.UNLIMITED, wanted.option());
        return new StartSpec(pack, name, wanted.params(), Map.of(), options);
    }

    /** Built once, by whoever is first. */
    static final class SharedPackage {
        private final String source;
        private Package pack;

        SharedPackage(String source) {
            this.source = source;
        }

        synchronized Package get() throws OperationFailedException {
            if (pack == null) pack = TrackerPackages.open(source);
            return pack;
        }
    }
}
