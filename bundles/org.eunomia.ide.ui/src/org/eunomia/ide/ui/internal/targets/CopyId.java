package org.eunomia.ide.ui.internal.targets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;

/** Copies ids of trackers and addresses of targets, as the command line takes them, one a line. */
public final class CopyId extends TargetHandler {
    @Override
    boolean accepts(Chosen chosen) {
        return !chosen.trackers().isEmpty() || !chosen.targets().isEmpty();
    }

    @Override
    void execute(Chosen chosen, IWorkbenchWindow window) {
        List<String> lines = new ArrayList<>();
        chosen.targets().forEach(t -> lines.add(t.isLocal() ? t.name() : t.endpoint()));
        chosen.trackers().forEach(t -> lines.add(t.id().toString()));
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        try {
            clipboard.setContents(new Object[] {String.join("\n", lines)}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
