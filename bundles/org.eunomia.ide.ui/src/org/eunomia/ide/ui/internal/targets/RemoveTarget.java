package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Forgets daemons. Their trackers go on. */
public final class RemoveTarget extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.remote().isEmpty() && chosen.trackers().isEmpty();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<Target> targets = chosen.remote();
        String names = targets.stream().map(Target::name).collect(Collectors.joining(", "));
        if (!MessageDialog.openConfirm(window.getShell(), "Remove Target", "Forget " + names + " with its address and secrets?\nTrackers that run there go on.")) return;
        new TargetJob<>("Remove " + names, targets, t -> {
            TargetRegistry.shared().remove(t);
            return t;
        }).schedule();
    }
}
