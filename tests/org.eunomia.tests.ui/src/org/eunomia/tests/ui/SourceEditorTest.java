package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.SourceEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class SourceEditorTest {
    private static final String OUTLINE = "org.eclipse.ui.views.ContentOutline";

    /** An example of the scaffold with the headers beside it. */
    static SourceEditor example(String name) throws Exception {
        Path folder = Path.of(System.getProperty("eunomia.checkout"), "bpf-scaffold", "examples", name);
        SourceEditor.file(name, name + ".h", Files.readString(folder.resolve(name + ".h")));
        return SourceEditor.open(SourceEditor.file(name, name + ".bpf.c", Files.readString(folder.resolve(name + ".bpf.c"))));
    }

    private static Tree outline() {
        return Widgets.named(Workbench.view(OUTLINE), Tree.class, "outline");
    }

    @Test
    void coloursSource() throws Exception {
        SourceEditor editor = example("opensnoop");
        Ui.await("colours", () -> editor.isColoured("const"));
        Ui.await("folds", () -> editor.folds() == 5);
        for (String text : List.of("#include \"vmlinux.h\"", "\"tp/syscalls/sys_exit_open\"", "bpf_ringbuf_reserve", "__uint", "int", "/* only this process */", "\"Dual BSD/GPL\"")) assertTrue(editor.isColoured(text), text);
        assertNull(editor.style("target_pid"));
        editor.behind("SEC(\"tp/syscalls/sys_exit_open\")");
        Screenshots.take("editor");
    }

    @Test
    void outlineShowsAndFindsDeclarations() throws Exception {
        SourceEditor editor = example("opensnoop");
        Tree outline = outline();
        TreeItem program = Widgets.treeItem(outline, "exit_openat");
        assertEquals(List.of("license", "target_pid", "target_uid", "failed_only", "events", "report", "exit_open", "exit_openat"),
                Ui.get(() -> Stream.of(outline.getItems()).map(i -> i.getText().split(" ")[0]).toList()));
        Input.click(program);
        Ui.await("the declaration to be selected", () -> editor.selection().equals("exit_openat"));
        editor.focus().behind("bpf_get_current_pid_tgid");
        Ui.await("the outline to follow", () -> outline.getSelectionCount() == 1 && outline.getSelection()[0].getText().startsWith("report"));
        Screenshots.take("editor-outline");
    }

    @Test
    void closesBracketsAndIndents() throws Exception {
        SourceEditor editor = SourceEditor.open(SourceEditor.file("typing", "t.bpf.c", "int f(void)\n"));
        editor.press("ctrl+End").type("{\nif (a[1]) {\ng(\"x\");");
        Ui.await("the text", () -> editor.document().get().contains("g("));
        assertEquals("int f(void)\n{\n\tif (a[1]) {\n\t\tg(\"x\");\n\t}\n}", editor.text());
    }

    @Test
    void togglesComments() throws Exception {
        SourceEditor editor = SourceEditor.open(SourceEditor.file("typing", "c.bpf.c", "int a;\n\tint b;\n"));
        editor.press("ctrl+a", "ctrl+slash");
        Ui.await("comments", () -> editor.document().get().equals("// int a;\n// \tint b;\n"));
        editor.press("ctrl+slash");
        Ui.await("no comments", () -> editor.document().get().equals("int a;\n\tint b;\n"));
    }
}
