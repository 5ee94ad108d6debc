package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;

/** Shows what is known of a daemon and keeps what is changed. */
public final class EditTarget extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return chosen.remote().size() == 1 && chosen.trackers().isEmpty() && chosen.targets().size() == 1;
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        Target target = TargetRegistry.shared().find(chosen.remote().getFirst().id()).orElse(chosen.remote().getFirst());
        Shell shell = window.getShell();
        Display display = shell.getDisplay();
        // Secrets are read in a job, since opening the secure storage may take its time.
        new TargetJob<>("Read " + target.name(), List.of(target), t -> {
            TargetSecrets kept = TargetRegistry.shared().secrets(t);
            display.asyncExec(() -> edit(t, kept, shell));
            return t;
        }).schedule();
    }

    private static void edit(Target target, TargetSecrets kept, Shell shell) {
        TargetDialog dialog = new TargetDialog(shell, Optional.of(target), kept);
        if (shell.isDisposed() || dialog.open() != TargetDialog.OK) return;
        TargetSecrets secrets = dialog.secrets();
        new TargetJob<>("Change " + target.name(), List.of(dialog.target()), t -> {
            TargetRegistry.shared().change(t, secrets);
            return t;
        }).schedule();
    }
}
