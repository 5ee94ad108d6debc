package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** A change that mends something, as a line of the list at Ctrl+1. */
record ActionProposal(String title, Map<Path, List<? extends TextEdit>> changes) implements ICompletionProposal {
    @Override
    public void apply(IDocument document) {
        try {
            WorkspaceChanges.apply(changes);
        } catch (CoreException | BadLocationException e) {
            ILog.of(ActionProposal.class).warn("'" + title + "' was not done: " + e.getMessage(), e);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public String getDisplayString() {
        return title;
    }

    @Override
    public Image getImage() {
        return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_TOOL_FORWARD);
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
