package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.project.TrackerMarkers;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.OpeningProcess;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.EventsPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a newcomer does first, by keys and mouse: from the wizard to a tracker that runs, is replaced and stopped. */
@ExtendWith(Workbench.class)
class StoryTest {
    private static final int PARAM_LINE = 8;
    private static final int COMM_LINE = 12;
    private static final String SEND = "bpf_get_current_comm(e->comm, sizeof(e->comm));";

    @Test
    void fromTheWizardToAReplacedTracker() throws Exception {
        try (OpeningProcess traced = new OpeningProcess()) {
            IFile source = makeTracker();
            IFile pack = TrackerProject.of(source.getProject()).packageOf(source);
            Ui.await("the first package", pack::exists);

            goTo(PARAM_LINE);
            Input.press("End", "Left", "BackSpace");
            Input.type(Long.toString(traced.pid()));
            goTo(COMM_LINE);
            Input.press("End", "Return");
            Input.type("chr filename[64];");
            Input.press("ctrl+s");
            Ui.await("an error at the line", () -> Arrays.stream(source.findMarkers(TrackerMarkers.COMPILER, true, IResource.DEPTH_ZERO))
                    .anyMatch(marker -> marker.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR));
            Screenshots.take("story-error");

            goTo(COMM_LINE + 1);
            Input.press("End", "shift+Home");
            Input.type("char filename[64];");
            goTo(lineOf(source, SEND));
            Input.press("End", "Return");
            Input.type("bpf_probe_read_user_str(e->filename, sizeof(e->filename), (void *)((struct trace_event_raw_sys_enter *)ctx)->args[1]);");
            Input.press("ctrl+s");
            Ui.await("no error any more", () -> source.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO).length == 0 && pack.exists());

            Input.press("ctrl+F11");
            Ui.await("a running tracker", () -> running().size() == 1);
            traced.open("/etc/hostname");
            EventsPage.open().awaitText("/etc/hostname");
            Screenshots.take("story-events");

            focusEditor();
            goTo(COMM_LINE + 1);
            Input.press("End", "Return");
            Input.type("int uid;");
            goTo(lineOf(source, SEND) + 1);
            Input.press("End", "Return");
            Input.type("e->uid = bpf_get_current_uid_gid();");
            Input.press("ctrl+s");
            Ui.await("the changed package", () -> pack.exists() && pack.readString().contains("\"uid\""));
            Input.press("ctrl+F11");
            Ui.await("the next generation", () -> running().size() == 1 && running().getFirst().generation() == 2);
            traced.open("/etc/passwd");
            EventsPage.open().awaitText("/etc/passwd");
            Screenshots.take("story-replaced");

            Tree targets = Widgets.the(Workbench.view("org.eunomia.ide.ui.targets"), Tree.class, "the tree of targets", tree -> true);
            Input.click(Widgets.treeItem(targets, "Local", "opens"));
            Input.press("shift+F9");
            Ui.await("no tracker", () -> running().isEmpty());
            Ui.await("the launch's end", () -> Arrays.stream(DebugPlugin.getDefault().getLaunchManager().getLaunches()).allMatch(launch -> launch.isTerminated()));
            assertEquals(List.of(), running());
        }
    }

    private static IFile makeTracker() {
        Input.press("ctrl+shift+n");
        Shell wizard = Widgets.shell("New eBPF tracker");
        Input.click(Widgets.tableItem(Widgets.the(wizard, Table.class, "templates", table -> true), "Tracepoint"));
        Input.click(Widgets.named(wizard, Text.class, "name"));
        Input.press("ctrl+a");
        Input.type("opens");
        Input.click(Widgets.enabledButton(wizard, "Next >"));
        Input.click(Widgets.named(wizard, Text.class, "filter"));
        Input.press("ctrl+a");
        Input.type("sys_enter_openat");
        Table hooks = Widgets.named(wizard, Table.class, "hooks");
        Input.click(Widgets.tableItem(hooks, "syscalls/sys_enter_openat"));
        Text hook = Widgets.named(wizard, Text.class, "hook");
        Ui.await("the hook", () -> hook.getText().equals("syscalls/sys_enter_openat"));
        Button finish = Widgets.enabledButton(wizard, "Finish");
        Input.click(finish);
        Widgets.awaitClosed(wizard);
        Ui.await("the source in an editor", () -> Workbench.page().getActiveEditor() != null && Workbench.page().getActiveEditor().getTitle().equals("opens.bpf.c"));
        focusEditor();
        return ResourcesPlugin.getWorkspace().getRoot().getProject("opens").getFile("opens.bpf.c");
    }

    private static void focusEditor() {
        Input.press("F12");
    }

    private static void goTo(int line) {
        Input.press("ctrl+l");
        Shell dialog = Widgets.shell("Go to Line");
        Input.type(Integer.toString(line));
        Input.press("Return");
        Widgets.awaitClosed(dialog);
    }

    /** Of a text in the editor, counted from 1. */
    private static int lineOf(IFile source, String text) throws Exception {
        List<String> lines = Ui.get(() -> Workbench.page().getActiveEditor().getAdapter(org.eclipse.ui.texteditor.ITextEditor.class).getDocumentProvider()
                .getDocument(Workbench.page().getActiveEditor().getEditorInput()).get().lines().toList());
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).contains(text)) return i + 1;
        throw new AssertionError(text + " is not in " + source + ":\n" + String.join("\n", lines));
    }

    private static List<TrackerInfo> running() throws Exception {
        return TargetRegistry.shared().service(Target.LOCAL).list().stream().filter(tracker -> tracker.state() == TrackerInfo.State.RUNNING).toList();
    }
}
