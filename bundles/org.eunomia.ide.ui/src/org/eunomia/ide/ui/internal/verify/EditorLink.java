package org.eunomia.ide.ui.internal.verify;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.verify.Step;
import org.eunomia.ide.core.verify.Verification;

/** Follows the line in which the cursor of an editor is, and brings lines into view there. */
final class EditorLink implements ISelectionListener, IPartListener2 {
    /** Gets a file and a line, counted from 1. */
    interface LineListener {
        void lineSelected(IFile file, int line);
    }

    private final IWorkbenchPage page;
    private final LineListener listener;

    EditorLink(IWorkbenchPage page, LineListener listener) {
        this.page = page;
        this.listener = listener;
        page.addPostSelectionListener(this);
        page.addPartListener(this);
    }

    Optional<IFile> activeFile() {
        return file(page.getActiveEditor());
    }

    private static Optional<IFile> file(IEditorPart editor) {
        return editor != null && editor.getEditorInput() instanceof IFileEditorInput input ? Optional.of(input.getFile()) : Optional.empty();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (part instanceof IEditorPart editor && selection instanceof ITextSelection text) file(editor).ifPresent(file -> listener.lineSelected(file, text.getStartLine() + 1));
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor && editor.getSite().getSelectionProvider() != null) selectionChanged(editor, editor.getSite().getSelectionProvider().getSelection());
    }

    /** @param activate whether to go there; else only an editor that is open already shows the line */
    void reveal(Verification verification, Step step, boolean activate) {
        if (verification == null || step.source().line() == 0) return;
        Optional<IFile> file = verification.file(step.source());
        if (file.isEmpty()) return;
        try {
            IEditorPart editor = activate ? IDE.openEditor(page, file.get(), true) : page.findEditor(new org.eclipse.ui.part.FileEditorInput(file.get()));
            ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
            if (text == null) return;
            if (!activate && page.getActiveEditor() != editor) page.bringToTop(editor);
            IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
            int line = step.source().line() - 1;
            if (document != null && line < document.getNumberOfLines()) text.selectAndReveal(document.getLineOffset(line), 0);
        } catch (PartInitException | BadLocationException e) {
            // The file is another one by now; the log is still that of the old.
        }
    }

    void dispose() {
        page.removePostSelectionListener(this);
        page.removePartListener(this);
    }
}
