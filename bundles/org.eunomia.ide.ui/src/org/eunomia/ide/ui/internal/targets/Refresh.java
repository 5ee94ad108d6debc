package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Asks the chosen targets at once, or all when none is chosen. */
public final class Refresh extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return true;
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<Target> targets = chosen.allTargets();
        (targets.isEmpty() ? TargetRegistry.shared().list() : targets).forEach(TargetMonitor.shared()::refresh);
    }
}
