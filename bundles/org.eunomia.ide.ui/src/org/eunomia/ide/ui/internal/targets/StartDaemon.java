package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.targets.LocalHost;
import org.eunomia.ide.core.targets.StudioDaemon;
import org.eunomia.ide.core.targets.Target;

/** Starts the daemon that comes with Studio, for this user alone, where Studio itself may not load BPF programs. */
public final class StartDaemon extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !new LocalHost(System.getenv()).mayLoad();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        new TargetJob<>("Start the local daemon", List.of(Target.LOCAL), t -> {
            StudioDaemon.start();
            return t;
        }).schedule();
    }
}
