package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.core.verify.Verifications;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.Appearance;
import org.eunomia.tests.ui.pages.SourceEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the editor knows of the language, with clangd and without. */
@ExtendWith(Workbench.class)
class LanguageTest {
    @Test
    void underlinesErrorsWhileTyping() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        editor.select("e->ret = ret").type("e->rett = ret");
        Ui.await("an error", () -> editor.liveProblems().stream().anyMatch(m -> m.contains("rett")));
        editor.press("Escape").behind("e->rett");
        Screenshots.take("editor-error-while-typing");
        editor.press("ctrl+1");
        SourceEditor.popup("change 'rett' to 'ret'");
        Screenshots.take("editor-quick-fix");
        Input.press("Return");
        Ui.await("the fix", () -> editor.document().get().contains("e->ret = ret"));
        Ui.await("no error", () -> editor.liveProblems().isEmpty());
    }

    @Test
    void proposesMembersAndHelpers() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        editor.behind("e->ret = ret;").type("\ne->");
        SourceEditor.popup("filename");
        Screenshots.take("editor-completion-members");
        editor.press("Escape").type("pid = bpf_get_current_ui").press("Escape", "ctrl+space");
        SourceEditor.popup("bpf_get_current_uid_gid()");
        Input.press("Return");
        Ui.await("the helper", () -> editor.document().get().contains("bpf_get_current_uid_gid()") && editor.document().get().contains("e->pid = bpf_get_current_uid_gid()"));
    }

    @Test
    void proposesSections() throws Exception {
        SourceEditor editor = SourceEditor.open(SourceEditor.file("sections", "s.bpf.c", "#include \"vmlinux.h\"\n#include <bpf/bpf_helpers.h>\n\n"));
        editor.press("ctrl+End").type("SEC(\"f");
        editor.press("ctrl+space");
        SourceEditor.popup("fentry/");
        Screenshots.take("editor-completion-sections");
        Input.press("Return");
        Ui.await("the section", () -> editor.document().get().contains("SEC(\"fentry/"));
        editor.press("Escape");
    }

    @Test
    void hoverTellsOfHelpersMapsAndSections() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        String helper = editor.hover("bpf_ringbuf_reserve", "Since Linux");
        assertTrue(helper.contains("void *bpf_ringbuf_reserve(void *ringbuf, __u64 size, __u64 flags)") && helper.contains("Since Linux 5.8") && helper.contains("Program types"), helper);
        Screenshots.take("editor-hover-helper");
        editor.press("Escape");
        assertTrue(editor.hover("tp/syscalls/sys_exit_openat", "Program type").contains("tracepoint"));
        editor.press("Escape");
        assertTrue(editor.hover("events SEC", "BPF_MAP_TYPE_RINGBUF").contains("Since Linux 5.8"));
        Screenshots.take("editor-hover-map");
        editor.press("Escape");
    }

    @Test
    void coloursAndCardsSuitTheDarkTheme() throws Exception {
        SourceEditor editor = SourceEditorTest.example("runqlat");
        Appearance.dark(() -> {
            editor.focus();
            editor.hover("bpf_map_lookup_elem", "Since Linux");
            Screenshots.take("editor-dark");
            assertTrue(Ui.get(() -> editor.viewer().getTextWidget().getBackground().getRed()) < 100);
            assertTrue(editor.style("bpf_map_lookup_elem").foreground.getGreen() > 150);
            editor.press("Escape");
        });
    }

    @Test
    void outlineShowsTheEventsThatABuildFound() throws Exception {
        Path folder = Path.of(System.getProperty("eunomia.checkout"), "bpf-scaffold", "examples", "opensnoop");
        TrackerProject project = TrackerProject.create("opened", null, Map.of("opensnoop.bpf.c", Files.readAllBytes(folder.resolve("opensnoop.bpf.c")), "opensnoop.h", Files.readAllBytes(folder.resolve("opensnoop.h"))), null);
        SourceEditor editor = SourceEditor.open(project.sources().get(0));
        Tree outline = Widgets.named(Workbench.view("org.eclipse.ui.views.ContentOutline"), Tree.class, "outline");
        Widgets.treeItem(outline, "events", "event  ", "filename");
        editor.focus().behind("e = bpf_ringbuf_reserve(&ev");
        assertTrue(editor.hover("&events", "Events:").contains("struct event"));
        Screenshots.take("editor-built");
        editor.press("Escape");
    }

    @Test
    void hoverTellsWhatTheVerifierKnew() throws Exception {
        String source = """
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
                	long *found = bpf_map_lookup_elem(&counts, &pid);

                	*found += 1;
                	return 0;
                }
                """;
        TrackerProject project = TrackerProject.create("refused", null, Map.of("refused.bpf.c", source.getBytes(StandardCharsets.UTF_8)), null);
        SourceEditor editor = SourceEditor.open(project.sources().get(0));
        Ui.await("the refusal", () -> Verifications.shared().at(project.sources().get(0), 19).isPresent());
        String card = editor.hover("found +", "value of map counts (8 bytes), or NULL");
        Screenshots.take("editor-hover-verifier");
        assertTrue(card.contains("The verifier knows here\nR0  value of map counts"), card);
        editor.press("Escape");
    }

    @Test
    void tellsWhereClangdIsMissing() throws Exception {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.eunomia.ide.core");
        SourceEditor editor = SourceEditor.open(SourceEditor.file("missing", "m.bpf.c", "int a;\n"));
        preferences.put("clangd", "/none/clangd");
        try {
            Shell notice = Ui.awaitPresent("the notice", () -> Stream.of(Ui.display().getShells()).filter(s -> s.isVisible() && Widgets.below(s, Label.class).stream().anyMatch(l -> l.getText().contains("/none/clangd is not there"))).findFirst());
            Screenshots.take("editor-without-clangd");
            editor.press("ctrl+End").type("u64 b;");
            assertEquals("int a;\nu64 b;", editor.text());
            Ui.run(notice::close);
        } finally {
            preferences.remove("clangd");
        }
        editor.press("ctrl+z");
    }

    @Test
    void goesToDeclarations() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        editor.behind("struct trace_event_raw_sys_ex").press("F3");
        Ui.await("vmlinux.h", () -> Workbench.page().getActiveEditor().getTitle().equals("vmlinux.h"));
        assertEquals("trace_event_raw_sys_exit", SourceEditor.active().selection());
        Screenshots.take("editor-declaration");
        editor.focus().behind("struct eve").press("F3");
        Ui.await("the header", () -> Workbench.page().getActiveEditor().getTitle().equals("opensnoop.h"));
    }

    @Test
    void renamesInAllFiles() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        editor.behind("e->filename").press("alt+shift+r");
        Shell dialog = Widgets.shell("Rename");
        Text name = Widgets.the(dialog, Text.class, "the name", t -> t.getText().equals("filename"));
        Ui.run(() -> name.setText("path"));
        Screenshots.take("editor-rename");
        Input.click(Widgets.enabledButton(dialog, "OK"));
        Ui.await("the new name", () -> editor.document().get().contains("sizeof(e->path)") && !editor.document().get().contains("filename"));
        SourceEditor header = SourceEditor.open(ResourcesPlugin.getWorkspace().getRoot().getProject("opensnoop").getFile("opensnoop.h"));
        assertTrue(header.text().contains("char path[FILENAME_LEN]"), header.text());
    }

    @Test
    void listsReferences() throws Exception {
        SourceEditor editor = SourceEditorTest.example("opensnoop");
        editor.behind("static int repor").press("ctrl+shift+g");
        Tree tree = Widgets.the(Workbench.view("org.eclipse.search.ui.views.SearchView"), Tree.class, "the references", t -> Widgets.isNamed(t, "references") && t.getItemCount() > 0);
        Ui.await("three lines", () -> Stream.of(tree.getItems()).mapToInt(i -> i.getItemCount()).sum() == 3);
        Screenshots.take("editor-references");
    }

    @Test
    void formats() throws Exception {
        SourceEditor editor = SourceEditor.open(SourceEditor.file("formatting", "f.bpf.c", "int f(int a){\nif(a) return  1;\nreturn 0; }\n"));
        editor.press("ctrl+shift+f");
        Ui.await("the layout of the kernel", () -> editor.document().get().equals("int f(int a)\n{\n\tif (a)\n\t\treturn 1;\n\treturn 0;\n}\n"));
    }

    @Test
    void fillsTemplates() throws Exception {
        SourceEditor editor = SourceEditor.open(SourceEditor.file("templates", "t.bpf.c", "\n"));
        editor.type("ringb").press("ctrl+space");
        SourceEditor.popup("ringbuf");
        Input.press("Return");
        Ui.await("the map", () -> editor.document().get().contains("BPF_MAP_TYPE_RINGBUF"));
        editor.type("rb").press("Return");
        Ui.await("the name", () -> editor.document().get().contains("} rb SEC(\".maps\");"));
    }
}
