package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import java.util.Optional;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;

/** Asks for a daemon and keeps it. */
public final class AddTarget extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return true;
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        TargetDialog dialog = new TargetDialog(window.getShell(), Optional.empty(), TargetSecrets.NONE);
        if (dialog.open() != TargetDialog.OK) return;
        Target target = dialog.target();
        TargetSecrets secrets = dialog.secrets();
        new TargetJob<>("Add " + target.name(), List.of(target), t -> TargetRegistry.shared().add(t.name(), t.endpoint(), secrets)).schedule();
    }
}
