package org.eunomia.ide.ui.internal.editor;

import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eunomia.ide.core.language.RichText;
import org.eunomia.ide.core.language.Snippet;

/**
 * A line of the list that opens at Ctrl+Space. Goes on fitting while what is typed begins its {@code filter}.
 */
final class SourceProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3, ICompletionProposalExtension5, ICompletionProposalExtension6 {
    /**
     * @param filter what has to be typed for it
     * @param start  of what it replaces
     * @param end    of what it replaces, when the list was opened at {@code offset}
     * @param more   whether the list opens again
     */
    record What(String label, String detail, String filter, Snippet snippet, int start, int end, int offset, boolean more, Supplier<RichText> info) { }

    private final What what;
    private final Image image;

    SourceProposal(What what, Image image) {
        this.what = what;
        this.image = image;
    }

    String filter() {
        return what.filter;
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        IDocument document = viewer.getDocument();
        try {
            int end = Math.min(document.getLength(), Math.max(offset, what.end + offset - what.offset));
            document.replace(what.start, end - what.start, what.snippet.text());
            SnippetFields.fill(viewer, what.start, what.snippet);
            if (what.more && viewer instanceof ISourceViewer && viewer.getTextOperationTarget() instanceof ITextOperationTarget target) {
                viewer.getTextWidget().getDisplay().asyncExec(() -> {
                    if (target.canDoOperation(ISourceViewer.CONTENTASSIST_PROPOSALS)) target.doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
                });
            }
        } catch (BadLocationException e) {
            // The text changed meanwhile; nothing is written.
        }
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            return offset >= what.start && what.filter.toLowerCase().startsWith(document.get(what.start, offset - what.start).toLowerCase());
        } catch (BadLocationException e) {
            return false;
        }
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) { }

    @Override
    public void unselected(ITextViewer viewer) { }

    @Override
    public void apply(IDocument document) {
        try {
            document.replace(what.start, what.end - what.start, what.snippet.text());
        } catch (BadLocationException e) {
            // As above.
        }
    }

    /** The cursor is set when it is applied. */
    @Override
    public Point getSelection(IDocument document) {
        return null;
    }

    @Override
    public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
        RichText info = what.info.get();
        return info.isEmpty() ? null : info;
    }

    @Override
    public String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public IInformationControlCreator getInformationControlCreator() {
        return CardControl.creator();
    }

    @Override
    public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
        return what.filter;
    }

    @Override
    public int getPrefixCompletionStart(IDocument document, int completionOffset) {
        return what.start;
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString text = new StyledString(what.label);
        if (!what.detail.isEmpty()) text.append("  " + what.detail, StyledString.QUALIFIER_STYLER);
        return text;
    }

    @Override
    public String getDisplayString() {
        return getStyledDisplayString().getString();
    }

    @Override
    public Image getImage() {
        return image;
    }

    @Override
    public IContextInformation getContextInformation() {
        return null;
    }
}
