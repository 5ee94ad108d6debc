package org.eunomia.ide.ui.internal.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.ide.core.clangd.Positions;

/** Goes to places in files, of the workspace or outside. In the workbench's thread. */
final class Places {
    private Places() { }

    static void open(IWorkbenchPage page, Location location) {
        try {
            IEditorPart part = open(page, Path.of(URI.create(location.getUri())));
            ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
            if (editor != null) select(editor, location.getRange());
        } catch (PartInitException e) {
            ErrorDialog.openError(page.getWorkbenchWindow().getShell(), "Open Declaration", "The file cannot be opened.", e.getStatus());
        }
    }

    private static IEditorPart open(IWorkbenchPage page, Path path) throws PartInitException {
        Optional<IFile> file = SourceSettings.file(path);
        return file.isPresent() ? IDE.openEditor(page, file.get()) : IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(path.toUri()));
    }

    private static void select(ITextEditor editor, Range range) {
        IDocument document = Editors.document(editor);
        String text = document.get();
        int start = Positions.offset(text, range.getStart());
        editor.selectAndReveal(start, Positions.offset(text, range.getEnd()) - start);
    }
}
