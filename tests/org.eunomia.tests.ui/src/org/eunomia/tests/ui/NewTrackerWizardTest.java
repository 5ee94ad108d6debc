package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IEditorPart;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.TrackerWizard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class NewTrackerWizardTest {
    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    private static String editor() {
        return Ui.get(() -> {
            IEditorPart editor = Workbench.page().getActiveEditor();
            return editor == null ? "" : editor.getTitle();
        });
    }

    @Test
    void makesAProjectOfATemplateAndAHook() throws Exception {
        TrackerWizard wizard = TrackerWizard.newTracker().type("name", "opens").select("template", "Tracepoint");
        Screenshots.take("new-tracker-template");
        wizard.next().awaitRow("fields", "const char *filename").type("filter", "sched switch").select("hooks", "sched/sched_switch").awaitRow("fields", "pid_t prev_pid");
        assertEquals("sched/sched_switch", wizard.text("hook"));
        Screenshots.take("new-tracker-hook");
        wizard.next();
        assertTrue(wizard.preview().contains("SEC(\"tracepoint/sched/sched_switch\")"), wizard::preview);
        Screenshots.take("new-tracker-preview");
        wizard.finish();
        IFile source = project("opens").getFile("opens.bpf.c");
        Ui.await("the source in an editor", () -> editor().equals("opens.bpf.c"));
        assertTrue(source.readString().contains("opens sends an event each time the kernel passes the tracepoint sched/sched_switch"), source.readString());
        assertTrue(List.of(project("opens").getDescription().getNatureIds()).contains("org.eunomia.ide.core.nature"));
        Screenshots.take("new-tracker-made");
    }

    @Test
    void aProgramAndThenItsFunctionAreChosenForUprobes() {
        TrackerWizard wizard = TrackerWizard.newTracker().type("name", "prompts").select("template", "User function").next();
        wizard.type("filter", "bin/bash").select("hooks", "/usr/bin/bash").awaitLabel("hooks.state", "functions of /usr/bin/bash");
        wizard.type("filter", "/usr/bin/bash:readline").select("hooks", "/usr/bin/bash:readline");
        assertEquals("/usr/bin/bash:readline", wizard.text("hook"));
        Screenshots.take("new-tracker-uprobe");
        wizard.cancel();
        assertFalse(project("prompts").exists());
    }

    @Test
    void aTemplateWithoutAHookGoesStraightToThePreview() {
        TrackerWizard wizard = TrackerWizard.newTracker().type("name", "packets").select("template", "Packets (XDP)").next();
        assertTrue(wizard.preview().contains("SEC(\"xdp\")"), wizard::preview);
        wizard.finish();
        assertTrue(project("packets").getFile("packets.bpf.c").exists());
    }

    @Test
    void saysWhatIsWrongWithANameOrALicence() {
        TrackerWizard wizard = TrackerWizard.newTracker().type("name", "2nd");
        assertEquals("A name begins with a letter or _, not with '2'", wizard.message());
        wizard.type("name", "a b");
        assertEquals("A name has letters, digits, - and _ only, not ' '", wizard.message());
        assertFalse(wizard.canFinish());
        wizard.type("name", "good");
        assertTrue(wizard.canFinish());
        wizard.choose("license", "Proprietary").awaitMessage("is not compatible with the GPL");
        Screenshots.take("new-tracker-licence");
        assertTrue(wizard.canFinish());
        wizard.cancel();
    }

    @Test
    void aTargetThatIsNotThereLeavesTheHookToBeTyped() throws Exception {
        Target gone = TargetRegistry.shared().add("gone", "http://127.0.0.1:9", TargetSecrets.NONE);
        try {
            TrackerWizard wizard = TrackerWizard.newTracker().type("name", "typed").select("template", "Tracepoint").next();
            wizard.choose("target", "gone").awaitLabel("hooks.state", "No list of tracepoints from gone").awaitMessage("Type where to attach");
            Screenshots.take("new-tracker-unreachable");
            wizard.type("hook", "openat");
            assertEquals("A tracepoint is written category/name, such as syscalls/sys_enter_openat", wizard.message());
            wizard.type("hook", "syscalls/sys_enter_openat2").finish();
            assertTrue(project("typed").getFile("typed.bpf.c").readString().contains("tracepoint/syscalls/sys_enter_openat2"));
        } finally {
            TargetRegistry.shared().remove(gone);
        }
    }

    @Test
    void warnsOfAHookThatTheTargetDoesNotHave() {
        TrackerWizard wizard = TrackerWizard.newTracker().type("name", "none").select("template", "Tracepoint").next();
        wizard.type("hook", "syscalls/sys_enter_opentheat").awaitMessage("Local has no 'syscalls/sys_enter_opentheat'");
        assertTrue(wizard.canFinish());
        wizard.cancel();
    }

    @Test
    void aTargetThatTakesItsTimeIsNotWaitedFor() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
            Target slow = TargetRegistry.shared().add("slow", "http://127.0.0.1:" + silent.getLocalPort(), TargetSecrets.NONE);
            try {
                TrackerWizard wizard = TrackerWizard.newTracker().type("name", "early").select("template", "Tracepoint").next();
                wizard.choose("target", "slow").awaitLabel("hooks.state", "Asking slow for tracepoints").awaitMessage("slow takes its time");
                Screenshots.take("new-tracker-slow");
                wizard.type("hook", "sched/sched_switch").finish();
                assertTrue(project("early").getFile("early.bpf.c").exists());
            } finally {
                TargetRegistry.shared().remove(slow);
            }
        }
    }

    @Test
    void opensByItsCommand() {
        Workbench.command("org.eunomia.ide.ui.newTracker");
        TrackerWizard.opened("New eBPF tracker").cancel();
    }
}
