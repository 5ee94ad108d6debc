package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.launch.TrackerProcess;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.TlsDaemon;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Workbench.class)
class LaunchTest {
    private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";
    private static final String EVENTS = "org.eunomia.ide.events.view";
    @TempDir
    private Path folder;
    private IFile source;

    @BeforeEach
    void create() throws Exception {
        source = OpenTracker.create("opened");
    }

    @AfterEach
    void end() throws Exception {
        TrackerProcess.running().forEach(TrackerProcess::terminate);
        Ui.await("all trackers to end", () -> TrackerProcess.running().isEmpty());
        DebugPlugin.getDefault().getLaunchManager().removeLaunches(DebugPlugin.getDefault().getLaunchManager().getLaunches());
        for (ILaunchConfiguration c : DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations()) c.delete();
        TrackerSessions.shared().list().forEach(TrackerSessions.shared()::remove);
        TargetsPage.removeAll();
    }

    /** The dialog of launch configurations with a new one for the source. */
    private Shell dialog() {
        Ui.display().asyncExec(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Workbench.window().getShell(), new StructuredSelection(source), IDebugUIConstants.ID_RUN_LAUNCH_GROUP));
        Shell dialog = Widgets.shell("Run Configurations");
        Tree types = Widgets.the(dialog, Tree.class, "the types", t -> Stream.of(t.getItems()).anyMatch(i -> i.getText().equals("eBPF tracker")));
        Input.doubleClick(Widgets.treeItem(types, "eBPF tracker"));
        return dialog;
    }

    private void fillParams(Shell dialog) {
        TargetsPage.fill(dialog, "target_pid", Long.toString(ProcessHandle.current().pid()));
    }

    private String console() {
        Composite view = Workbench.view(CONSOLE);
        return Ui.get(() -> Widgets.below(view, StyledText.class).stream().filter(StyledText::isVisible).map(StyledText::getText).findFirst().orElse(""));
    }

    /** Opens a file again and again, so that there is something to tell, until the console does. */
    private void awaitConsole(String text) {
        Ui.await("the console to show " + text, () -> {
            Files.readString(Path.of("/etc/hostname"));
            return consoleText().contains(text);
        });
    }

    private static String consoleText() {
        return TrackerProcess.running().stream().map(p -> Workbench.page().findView(CONSOLE)).filter(v -> v != null).findFirst()
                .map(v -> Widgets.below(Workbench.window().getShell(), StyledText.class).stream().filter(StyledText::isVisible).map(StyledText::getText).reduce("", String::concat)).orElse("");
    }

    @Test
    void runsAConfigurationAndReplacesWhatRuns() throws Exception {
        Shell dialog = dialog();
        Widgets.named(dialog, Text.class, "target_pid");
        Widgets.the(dialog, Combo.class, "the source", c -> Widgets.isNamed(c, "source") && c.getText().equals("/opened/src/opened.bpf.c"));
        Button enabled = Widgets.named(dialog, Button.class, "enabled");
        Combo wanted = Widgets.named(dialog, Combo.class, "wanted");
        assertTrue(Ui.get(enabled::getSelection));
        assertEquals(List.of("ANY", "NAMED"), Ui.get(() -> List.of(wanted.getItems())));
        TargetsPage.fill(dialog, "target_pid", "99999999999");
        Ui.await("a range to be told", () -> Widgets.below(dialog, Text.class).stream().anyMatch(t -> t.getText().contains("pid:")) || Widgets.below(dialog, Label.class).stream().anyMatch(t -> t.getText().contains("pid:")));
        Screenshots.take("launch-dialog-range");
        fillParams(dialog);
        Screenshots.take("launch-dialog");
        Input.click(Widgets.enabledButton(dialog, "Run"));
        Widgets.awaitClosed(dialog);
        awaitEvents();
        Workbench.view(CONSOLE);
        awaitConsole("/etc/hostname");
        assertTrue(console().startsWith("$ eunomia run opened/src/opened.bpf.c --pid "), this::console);
        Screenshots.take("console");
        assertEquals(1, TrackerSessions.shared().list().size());
        TrackerProcess process = TrackerProcess.running().getFirst();

        String changed = OpenTracker.SOURCE.replace("int pid;\n    char filename", "int process;\n    char filename").replace("e->pid =", "e->process =");
        source.setContents(new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)), true, true, null);
        ILaunchConfiguration configuration = process.getLaunch().getLaunchConfiguration();
        Ui.run(() -> DebugUITools.launch(configuration, "run"));
        Ui.await("generation 2", () -> TargetRegistry.shared().service(Target.LOCAL).show(process.session().id()).generation() == 2);
        awaitEvents();
        Workbench.view(CONSOLE);
        awaitConsole("generation 2 runs");
        awaitConsole("PROCESS");
        assertEquals(List.of(process), TrackerProcess.running());
        assertEquals(1, DebugPlugin.getDefault().getLaunchManager().getLaunches().length);
        Screenshots.take("console-replaced");

        process.terminate();
        Ui.await("the process to end", process::isTerminated);
        assertEquals(0, process.getExitValue());
        assertTrue(console().contains("stopped by the user"), this::console);
    }

    @Test
    void runsOnSeveralTargetsAtOnce() throws Exception {
        try (TlsDaemon daemon = TlsDaemon.start(folder)) {
            Target remote = TargetRegistry.shared().add("server room", daemon.address(), new TargetSecrets(daemon.token(), daemon.certificateText(), "", ""));
            Shell dialog = dialog();
            // Making the configuration shows its tabs twice; the params come once they are there to stay.
            fillParams(dialog);
            Table table = Widgets.named(dialog, Table.class, "targets");
            Ui.run(() -> {
                table.getItem(1).setChecked(true);
                Event e = new Event();
                e.detail = SWT.CHECK;
                e.item = table.getItem(1);
                table.notifyListeners(SWT.Selection, e);
            });
            Screenshots.take("launch-dialog-targets");
            Input.click(Widgets.enabledButton(dialog, "Run"));
            Widgets.awaitClosed(dialog);
            Ui.await("both to run", () -> TrackerProcess.running().size() == 2);
            Ui.await("both to be watched", () -> TrackerSessions.shared().list().size() == 2);
            assertEquals(List.of(Target.LOCAL, remote), TrackerProcess.running().stream().map(TrackerProcess::target).sorted((a, b) -> a.isLocal() ? -1 : 1).toList());
            ILaunch launch = TrackerProcess.running().getFirst().getLaunch();
            launch.terminate();
            Ui.await("both to end", launch::isTerminated);
            assertTrue(TargetRegistry.shared().service(remote).list().stream().noneMatch(t -> t.state() == TrackerInfo.State.RUNNING));
        }
    }

    @Test
    void runsWhatIsSelectedAndShowsItsEvents() throws Exception {
        Ui.run(() -> {
            IViewPart explorer = Workbench.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
            ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(source.getProject()));
        });
        Input.press("ctrl+F11");
        Ui.await("the tracker to run", () -> TrackerProcess.running().size() == 1);
        awaitEvents();
        assertEquals("opened", TrackerProcess.running().getFirst().getLaunch().getLaunchConfiguration().getName());
    }

    private static void awaitEvents() {
        Ui.await("the tracker to be watched", () -> !TrackerSessions.shared().list().isEmpty());
        Ui.await("the view of events", () -> Workbench.page().findView(EVENTS) != null && Workbench.page().isPartVisible(Workbench.page().findView(EVENTS)));
    }

    @Test
    void aSourceThatDoesNotCompileIsNotRun() throws Exception {
        source.setContents(new ByteArrayInputStream(OpenTracker.SOURCE.replace("e->pid = pid;", "e->pid = nothing;").getBytes(StandardCharsets.UTF_8)), true, true, null);
        Shell dialog = dialog();
        Ui.await("the reason in the dialog", () -> Widgets.below(dialog, Label.class).stream().anyMatch(l -> l.getText().contains("undeclared identifier 'nothing'")));
        Screenshots.take("launch-dialog-error");
        assertEquals(List.of(), TrackerProcess.running());
    }
}
