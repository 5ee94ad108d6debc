package org.eunomia.tests.ui.pages;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** An editor of a source. */
public final class SourceEditor {
    private final ITextEditor editor;

    private SourceEditor(ITextEditor editor) {
        this.editor = editor;
    }

    /** A file in a plain project, which is made if it is not there. */
    public static IFile file(String project, String name, String text) throws CoreException {
        IProject p = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
        if (!p.exists()) p.create(null);
        if (!p.isOpen()) p.open(null);
        IFile file = p.getFile(name);
        var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (file.exists()) file.setContents(content, true, false, null);
        else file.create(content, true, null);
        return file;
    }

    /** As a double click in the Project Explorer opens it. */
    public static SourceEditor open(IFile file) {
        ITextEditor editor = Ui.get(() -> Adapters.adapt(IDE.openEditor(Workbench.page(), file), ITextEditor.class));
        return new SourceEditor(editor).focus();
    }

    public static SourceEditor active() {
        return new SourceEditor(Ui.get(() -> Adapters.adapt(Workbench.page().getActiveEditor(), ITextEditor.class)));
    }

    public SourceEditor focus() {
        Ui.run(() -> {
            Workbench.page().activate(editor);
            widget().setFocus();
        });
        return this;
    }

    public String title() {
        return Ui.get(editor::getTitle);
    }

    /** For use in the workbench's thread. */
    public ITextViewer viewer() {
        return Adapters.adapt(editor, ITextViewer.class);
    }

    public IDocument document() {
        return editor.getDocumentProvider().getDocument(editor.getEditorInput());
    }

    private StyledText widget() {
        return viewer().getTextWidget();
    }

    public String text() {
        return Ui.get(() -> document().get());
    }

    /** Puts the cursor behind the first {@code text}. */
    public SourceEditor behind(String text) {
        Ui.run(() -> editor.selectAndReveal(at(text) + text.length(), 0));
        return this;
    }

    public SourceEditor select(String text) {
        Ui.run(() -> editor.selectAndReveal(at(text), text.length()));
        return this;
    }

    private int at(String text) {
        int at = document().get().indexOf(text);
        if (at < 0) throw new AssertionError("no " + text + " in " + document().get());
        return at;
    }

    public String selection() {
        return Ui.get(() -> widget().getSelectionText());
    }

    /** Where on the display {@code text} stands. */
    public Point place(String text) {
        return Ui.get(() -> {
            editor.selectAndReveal(at(text), 0);
            int offset = ((ITextViewerExtension5) viewer()).modelOffset2WidgetOffset(at(text) + text.length() / 2);
            Point p = widget().toDisplay(widget().getLocationAtOffset(offset));
            return new Point(p.x + 2, p.y + widget().getLineHeight() / 2);
        });
    }

    /** Whether the characters of {@code text} have a colour of their own. */
    public boolean isColoured(String text) {
        return Ui.get(() -> {
            int offset = ((ITextViewerExtension5) viewer()).modelOffset2WidgetOffset(at(text));
            return Arrays.stream(widget().getStyleRanges(offset, text.length())).mapToInt(r -> r.foreground == null ? 0 : r.length).sum() == text.length();
        });
    }

    public StyleRange style(String text) {
        return Ui.get(() -> {
            int offset = ((ITextViewerExtension5) viewer()).modelOffset2WidgetOffset(at(text));
            return widget().getStyleRangeAtOffset(offset);
        });
    }

    /** How many pieces can be folded away. For use in the workbench's thread. */
    public int folds() {
        var model = ((ProjectionViewer) viewer()).getProjectionAnnotationModel();
        int n = 0;
        for (var all = model == null ? Collections.emptyIterator() : model.getAnnotationIterator(); all.hasNext(); all.next()) n++;
        return n;
    }

    /** What is underlined while it is typed, with its message. */
    public List<String> liveProblems() {
        return Ui.get(() -> {
            List<String> found = new ArrayList<>();
            var model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
            for (var all = model.getAnnotationIterator(); all.hasNext();) {
                var a = all.next();
                if (a.getType() != null && a.getType().startsWith("org.eunomia.ide.ui.live.")) found.add(a.getText());
            }
            return found;
        });
    }

    /** The list that Ctrl+Space or Ctrl+1 opens, once it has {@code entry}. */
    public static Table popup(String entry) {
        return Ui.awaitPresent("a proposal " + entry, () -> {
            for (Shell shell : Ui.display().getShells()) {
                for (Table table : Widgets.below(shell, Table.class)) {
                    if (table.isVisible() && shell.getText().isEmpty() && Arrays.stream(table.getItems()).anyMatch(i -> i.getText().startsWith(entry))) return Optional.of(table);
                }
            }
            return Optional.empty();
        });
    }

    /** What the hover over {@code text} says, once it says {@code part}. */
    public String hover(String text, String part) {
        Point place = place(text);
        Input.move(new Point(place.x + 3, place.y - 60));
        Input.move(place);
        return Ui.awaitPresent("a hover with " + part, () -> {
            for (Shell shell : Ui.display().getShells()) {
                if (!shell.isVisible()) continue;
                for (StyledText card : Widgets.below(shell, StyledText.class)) if (Widgets.isNamed(card, "card") && card.getText().contains(part)) return Optional.of(card.getText());
            }
            return Optional.empty();
        });
    }

    public SourceEditor type(String text) {
        focus();
        Input.type(text);
        return this;
    }

    public SourceEditor press(String... keys) {
        focus();
        Input.press(keys);
        return this;
    }
}
