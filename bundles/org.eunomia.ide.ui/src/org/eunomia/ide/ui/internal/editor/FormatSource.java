package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.clangd.Formatter;

/** Lays out the selected lines, or all when none are selected. */
public final class FormatSource extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        ITextEditor editor = Editors.active(event).orElse(null);
        if (editor == null || editor instanceof ITextEditorExtension2 input && !input.validateEditorInputState()) return null;
        IDocument document = Editors.document(editor);
        Optional<Path> path = Editors.path(document);
        if (path.isEmpty() || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) return null;
        String text = document.get();
        boolean all = selection.getLength() == 0;
        Display display = PlatformUI.getWorkbench().getDisplay();
        Job job = Job.create("Formatting " + path.get().getFileName(), m -> {
            try {
                List<Formatter.Replacement> changes = Formatting.compute(path.get(), text, all ? 0 : selection.getOffset(), all ? text.length() : selection.getLength());
                display.asyncExec(() -> apply(document, text, changes));
                return Status.OK_STATUS;
            } catch (OperationFailedException e) {
                return failed(e);
            }
        });
        job.setUser(true);
        job.schedule();
        return null;
    }

    private static IStatus failed(OperationFailedException e) {
        return Status.error(e.failure().summary() + (e.failure().hint().isEmpty() ? "" : "\n" + e.failure().hint()));
    }

    private static void apply(IDocument document, String text, List<Formatter.Replacement> changes) {
        try {
            Formatting.apply(document, text, changes);
        } catch (BadLocationException e) {
            // It was typed meanwhile, and is asked for again when it is wanted.
        }
    }
}
