package org.eunomia.ide.ui.internal.editor;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eunomia.ide.core.clangd.Positions;

/** Changes that the language server proposes, in one file or several. Open files are changed in their editors and not saved, others on disk. */
final class WorkspaceChanges {
    private WorkspaceChanges() { }

    static Map<Path, List<? extends TextEdit>> of(WorkspaceEdit edit) {
        Map<Path, List<? extends TextEdit>> changes = new LinkedHashMap<>();
        if (edit.getChanges() != null) edit.getChanges().forEach((uri, edits) -> changes.put(Path.of(URI.create(uri)), edits));
        if (edit.getDocumentChanges() != null) {
            edit.getDocumentChanges().stream().filter(c -> c.isLeft()).map(c -> c.getLeft()).forEach(c -> changes.put(Path.of(URI.create(c.getTextDocument().getUri())),
                    c.getEdits().stream().filter(e -> e.isLeft()).map(e -> e.getLeft()).toList()));
        }
        return changes;
    }

    /** Whether all of it lies in the workspace: headers of the system and of the kernel are not to be touched. */
    static Optional<Path> outside(Map<Path, List<? extends TextEdit>> changes) {
        return changes.keySet().stream().filter(p -> SourceSettings.file(p).isEmpty()).findFirst();
    }

    /** In the workbench's thread. */
    static void apply(Map<Path, List<? extends TextEdit>> changes) throws CoreException, BadLocationException {
        for (Map.Entry<Path, List<? extends TextEdit>> change : changes.entrySet()) {
            Optional<IFile> file = SourceSettings.file(change.getKey());
            if (file.isPresent()) apply(file.get(), change.getValue());
        }
    }

    private static void apply(IFile file, List<? extends TextEdit> edits) throws CoreException, BadLocationException {
        ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
        boolean open = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null;
        buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
        try {
            ITextFileBuffer buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
            apply(buffer.getDocument(), edits);
            if (!open) buffer.commit(new NullProgressMonitor(), false);
        } finally {
            buffers.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
        }
    }

    static void apply(IDocument document, List<? extends TextEdit> edits) throws BadLocationException {
        String text = document.get();
        MultiTextEdit all = new MultiTextEdit();
        for (TextEdit e : edits) {
            int start = Positions.offset(text, e.getRange().getStart());
            all.addChild(new ReplaceEdit(start, Positions.offset(text, e.getRange().getEnd()) - start, e.getNewText()));
        }
        all.apply(document);
    }
}
