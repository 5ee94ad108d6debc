package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.language.Words;

/** Gives the name at the cursor another one, wherever it stands in the project. */
public final class RenameName extends AbstractHandler {
    private static final String TITLE = "Rename";
    private static final long WAIT_SECONDS = 30;

    @Override
    public Object execute(ExecutionEvent event) {
        ITextEditor editor = Editors.active(event).orElse(null);
        if (editor == null) return null;
        Shell shell = editor.getSite().getShell();
        Optional<NameAtCursor> found = NameAtCursor.of(editor);
        if (found.isEmpty()) {
            MessageDialog.openInformation(shell, TITLE, "Put the cursor on the name that is to be changed.");
            return null;
        }
        NameAtCursor name = found.get();
        InputDialog dialog = new InputDialog(shell, TITLE, "New name of " + name.text() + ":", name.text(), text -> problem(text, name.text()));
        if (dialog.open() == Window.OK) rename(shell, name.path(), name.position(), dialog.getValue());
        return null;
    }

    private static String problem(String text, String old) {
        if (!text.matches("[A-Za-z_]\\w*")) return text.isEmpty() ? "" : "That is no name in C";
        if (Words.keywords().contains(text)) return "That is a word of C";
        return text.equals(old) ? "" : null;
    }

    private static void rename(Shell shell, Path path, Position position, String name) {
        Job job = Job.create("Renaming to " + name, (ICoreRunnable) m -> {
            var asked = Editing.shared().clangd().ask(path, (server, id) -> server.rename(new RenameParams(id, position, name))).orTimeout(WAIT_SECONDS, TimeUnit.SECONDS);
            asked.whenComplete((edit, e) -> shell.getDisplay().asyncExec(() -> {
                if (e != null || edit == null) MessageDialog.openError(shell, TITLE, reason(e));
                else apply(shell, WorkspaceChanges.of(edit));
            }));
        });
        job.schedule();
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause != null && cause.getCause() != null) cause = cause.getCause();
        if (cause instanceof OperationFailedException f) return "It cannot be renamed: " + f.failure().summary() + ".";
        return cause == null || cause.getMessage() == null ? "It cannot be renamed." : "It cannot be renamed: " + cause.getMessage();
    }

    private static void apply(Shell shell, Map<Path, List<? extends TextEdit>> changes) {
        Optional<Path> outside = WorkspaceChanges.outside(changes);
        if (outside.isPresent()) {
            MessageDialog.openError(shell, TITLE, "It is declared outside of the workspace, in " + outside.get() + ", and cannot be renamed.");
            return;
        }
        try {
            WorkspaceChanges.apply(changes);
        } catch (CoreException | BadLocationException e) {
            MessageDialog.openError(shell, TITLE, "Not all of it was renamed: " + e.getMessage());
        }
    }
}
