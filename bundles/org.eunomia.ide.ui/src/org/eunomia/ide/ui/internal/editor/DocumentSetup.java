package org.eunomia.ide.ui.internal.editor;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.PlatformUI;

/** Called for each source that is opened; the first of them makes us listen for them. */
public final class DocumentSetup implements IDocumentSetupParticipant {
    @Override
    public void setup(IDocument document) {
        if (PlatformUI.isWorkbenchRunning()) Editing.shared();
    }
}
