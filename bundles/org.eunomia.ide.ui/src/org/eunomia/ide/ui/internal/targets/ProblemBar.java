package org.eunomia.ide.ui.internal.targets;

import java.util.Optional;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eunomia.core.Failure;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.LocalHost;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;

/** Below the tree: why the chosen target does not do what it should, and what can be done about it. Takes no room while there is nothing to say. */
final class ProblemBar {
    private final Link text;

    ProblemBar(Composite parent) {
        text = new Link(parent, SWT.WRAP);
        text.setData("org.eunomia.id", "org.eunomia.ide.ui.targets.problem");
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).exclude(true).hint(100, SWT.DEFAULT).applyTo(text);
        text.setVisible(false);
        text.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> run(e.text)));
    }

    private static void run(String command) {
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            // Another target was chosen meanwhile.
        }
    }

    void show(IStructuredSelection selection, TargetMonitor monitor) {
        if (text.isDisposed()) return;
        String wanted = switch (selection.getFirstElement()) {
            case Target t -> monitor.state(t).failure().map(f -> text(t, f)).orElse("");
            case TrackerSession s -> Optional.of(s).flatMap(x -> TargetLabels.status(monitor, x)).map(x -> escaped(x.info().reason())).orElse("");
            case null, default -> "";
        };
        if (wanted.equals(text.getText())) return;
        text.setText(wanted);
        text.setVisible(!wanted.isEmpty());
        ((GridData) text.getLayoutData()).exclude = wanted.isEmpty();
        text.getParent().layout(true);
    }

    private static String text(Target target, Failure failure) {
        String message = escaped(Failures.text(failure));
        if (!target.isLocal()) return message + "  <a href=\"" + TargetCommands.EDIT + "\">Edit…</a>";
        return new LocalHost(System.getenv()).mayLoad() ? message : message + "  <a href=\"" + TargetCommands.START_DAEMON + "\">Start the local daemon…</a>";
    }

    /** A link's text has mark-up and mnemonics. */
    private static String escaped(String text) {
        return text.replace("&", "&&").replace("<", "‹").replace(">", "›");
    }
}
