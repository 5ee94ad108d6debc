package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.project.TrackerMarkers;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.ide.core.verify.Verification;
import org.eunomia.ide.core.verify.Verifications;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Trackers;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.Appearance;
import org.eunomia.tests.ui.pages.VerifierLogPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.service.prefs.BackingStoreException;

/** What the kernel of this machine says of programs when they are saved. */
@ExtendWith(Workbench.class)
class VerifyTest {
    /** Takes the value of a map for granted. */
    private static final String UNCHECKED = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>

            char LICENSE[] SEC("license") = "GPL";

            struct {
            	__uint(type, BPF_MAP_TYPE_HASH);
            	__uint(max_entries, 64);
            	__type(key, int);
            	__type(value, long);
            } counts SEC(".maps");

            SEC("tp/syscalls/sys_enter_getppid")
            int count(void *ctx)
            {
            	int pid = bpf_get_current_pid_tgid() >> 32;
            	long *value;

            	if (pid == 1)
            		return 0;
            	value = bpf_map_lookup_elem(&counts, &pid);
            	*value += 1;
            	return 0;
            }
            """;
    private static final int LOOKUP = 21;
    private static final int USE = 22;

    private static ITextEditor open(IFile file) {
        return Ui.get(() -> (ITextEditor) IDE.openEditor(Workbench.page(), file));
    }

    private static Verification awaitOutcome(IFile source, Verification.Outcome outcome) {
        return Ui.awaitPresent("the verdict " + outcome, () -> Verifications.shared().of(source).filter(v -> v.outcome() == outcome));
    }

    @Test
    void marksARefusalAndTakesTheMarkAwayWithItsCause() throws Exception {
        Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED));
        IFile source = project.file("count.bpf.c");
        open(source);
        IMarker marker = project.awaitMarker(source, TrackerMarkers.VERIFIER);
        assertEquals(USE, marker.getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals("Verifier: the pointer from bpf_map_lookup_elem() in line 21 may be NULL and is used without a check", marker.getAttribute(IMarker.MESSAGE, ""));
        assertEquals("map_value_or_null(id=1,map=counts,ks=4,vs=8)", Ui.awaitPresent("the registers", () -> Verifications.shared().at(source, USE)).value("R0").orElse(""));
        assertTrue(Verifications.shared().at(source, LOOKUP).isPresent());

        IMarkerResolution check = Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker)).filter(r -> r.getLabel().equals("Check 'value' for NULL")).findFirst().orElseThrow();
        Ui.run(() -> check.run(marker));
        Ui.run(() -> Workbench.page().saveEditor(Workbench.page().getActiveEditor(), false));
        awaitOutcome(source, Verification.Outcome.ACCEPTED);
        assertEquals(List.of(), Trackers.markers(source, TrackerMarkers.VERIFIER));
        assertTrue(project.text(source).contains("\tif (!value)\n\t\treturn 0;\n\t*value += 1;\n"));
    }

    @Test
    void showsInstructionLineAndLogTogether() throws Exception {
        Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED));
        IFile source = project.file("count.bpf.c");
        ITextEditor editor = open(source);
        awaitOutcome(source, Verification.Outcome.REFUSED);
        VerifierLogPage log = VerifierLogPage.show();
        log.awaitSummary("Local refuses count of count.bpf.c in line 22: the pointer from bpf_map_lookup_elem() in line 21 may be NULL and is used without a check");
        assertEquals("r1 = *(u64 *)(r0 +0)", log.selectedInstruction());
        assertTrue(log.markedLogLine().contains("(79) r1 = *(u64 *)(r0 +0)"), log.markedLogLine());
        assertTrue(log.registers().contains("R0 value of map counts (8 bytes), or NULL"), log.registers().toString());

        log.selectInstruction("call bpf_map_lookup_elem#1");
        assertEquals(LOOKUP, Ui.get(() -> line(editor)));
        assertTrue(log.markedLogLine().contains("call bpf_map_lookup_elem#1"), log.markedLogLine());

        Ui.run(() -> {
            Workbench.page().activate(editor);
            IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
            editor.selectAndReveal(document.getLineOffset(USE - 1), 0);
        });
        Ui.await("the instruction of the line", () -> log.selectedInstructionNow().equals("r1 = *(u64 *)(r0 +0)"));
        Screenshots.take("verifier-log");
        Appearance.dark(() -> Screenshots.take("verifier-log-dark"));

        log.selectLogLine("(15) if r0 == 0x1");
        Ui.await("the line of the instruction", () -> line(editor) == LOOKUP - 2);
    }

    private static int line(ITextEditor editor) throws Exception {
        IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document.getLineOfOffset(((org.eclipse.jface.text.ITextSelection) editor.getSelectionProvider().getSelection()).getOffset()) + 1;
    }

    @Test
    void marksTheLineOfAHeader() throws Exception {
        Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED.replace("\t*value += 1;", "\tbump(value);").replace("SEC(\"tp", "#include \"bump.h\"\n\nSEC(\"tp"),
                "bump.h", "static __always_inline void bump(long *value)\n{\n\t*value += 1;\n}\n"));
        IMarker marker = project.awaitMarker(project.file("bump.h"), TrackerMarkers.VERIFIER);
        assertEquals(3, marker.getAttribute(IMarker.LINE_NUMBER, 0));
        assertEquals("count", marker.getAttribute(TrackerMarkers.PROGRAM, ""));
        assertTrue(Verifications.shared().at(project.file("bump.h"), 3).isPresent());
    }

    @Test
    void takesMarksAwayWhenVerifyingIsSwitchedOff() throws Exception {
        Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED));
        IFile source = project.file("count.bpf.c");
        project.awaitMarker(source, TrackerMarkers.VERIFIER);
        set(project, Preference.VERIFY_ON_SAVE, "false");
        Ui.await("the mark to go", () -> Trackers.markers(source, TrackerMarkers.VERIFIER).isEmpty());
        VerifierLogPage.show().awaitSummary("Nothing has been verified yet");
    }

    @Test
    void saysThatATargetCannotBeAsked() throws Exception {
        Target away = TargetRegistry.shared().add("away", "http://127.0.0.1:1", TargetSecrets.NONE);
        try {
            Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED));
            IFile source = project.file("count.bpf.c");
            open(source);
            project.awaitMarker(source, TrackerMarkers.VERIFIER);
            set(project, Preference.VERIFY_TARGET, away.id());
            Verification verification = awaitOutcome(source, Verification.Outcome.UNKNOWN);
            assertEquals(List.of(), Trackers.markers(source, TrackerMarkers.VERIFIER));
            VerifierLogPage.show().awaitSummary("away cannot be asked about count.bpf.c: " + verification.reason());
            Screenshots.take("verifier-log-away");
        } finally {
            TargetRegistry.shared().remove(away);
        }
    }

    private static void set(Trackers project, Preference preference, String value) throws BackingStoreException {
        IEclipsePreferences node = new ProjectScope(project.project()).getNode(Preference.NODE);
        node.put(preference.key(), value);
        node.flush();
    }

    @Test
    void showsMarkersInTheEditor() throws Exception {
        Trackers project = Trackers.of(Map.of("count.bpf.c", UNCHECKED, "wrong.bpf.c", Trackers.HELLO.replace("return 0;", "retrun 0;")));
        open(project.file("count.bpf.c"));
        project.awaitMarker(project.file("count.bpf.c"), TrackerMarkers.VERIFIER);
        IMarker marker = project.awaitMarker(project.file("wrong.bpf.c"), TrackerMarkers.COMPILER);
        assertEquals(10, marker.getAttribute(IMarker.LINE_NUMBER, 0));
        Ui.run(() -> Workbench.page().showView("org.eclipse.ui.views.ProblemView"));
        Tree problems = Widgets.the(Workbench.view("org.eclipse.ui.views.ProblemView"), Tree.class, "the problems", t -> true);
        Widgets.treeItem(problems, "Errors", "Verifier: the pointer from");
        Widgets.treeItem(problems, "Errors", "use of undeclared identifier");
        Screenshots.take("editor-markers");
    }
}
