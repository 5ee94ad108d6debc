package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.core.OperationFailedException;

/** Lays a source out just before it is saved, where that is wanted. */
final class FormatOnSave implements IExecutionListener {
    private FormatOnSave() { }

    static void install() {
        PlatformUI.getWorkbench().getService(ICommandService.class).addExecutionListener(new FormatOnSave());
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (!command.equals(IWorkbenchCommandConstants.FILE_SAVE)) return;
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        ITextEditor editor = window == null || window.getActivePage() == null ? null : Adapters.adapt(window.getActivePage().getActiveEditor(), ITextEditor.class);
        if (editor == null || !SourceTester.isSource(editor.getEditorInput().getName())) return;
        IDocument document = Editors.document(editor);
        Editors.path(document).filter(p -> SourceSettings.format(p).onSave()).ifPresent(p -> format(p, document));
    }

    /** In the thread of the workbench, since what is saved must be what was laid out: clang-format takes some hundredths of a second. */
    private static void format(Path path, IDocument document) {
        String text = document.get();
        try {
            Formatting.apply(document, text, Formatting.compute(path, text, 0, text.length()));
        } catch (OperationFailedException | BadLocationException e) {
            ILog.of(FormatOnSave.class).warn(path.getFileName() + " was saved as it is: " + e.getMessage(), e);
        }
    }

    @Override
    public void notHandled(String command, NotHandledException exception) { }

    @Override
    public void postExecuteFailure(String command, ExecutionException exception) { }

    @Override
    public void postExecuteSuccess(String command, Object result) { }
}
