package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eunomia.ide.core.clangd.Positions;

/** What clangd would change where it complains, at Ctrl+1. What our own build knows to mend comes from its markers. */
public final class QuickFixes implements IQuickAssistProcessor {
    private static final long WAIT_MS = 1_500;

    @Override
    public boolean canFix(Annotation annotation) {
        return annotation.getType() != null && annotation.getType().startsWith(LiveProblems.TYPE);
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return true;
    }

    @Override
    public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IDocument document = context.getSourceViewer().getDocument();
        Optional<Path> path = Editors.path(document);
        Optional<OpenDocument> open = path.flatMap(p -> Editing.shared().document(p));
        if (open.isEmpty()) return null;
        String text = document.get();
        int line = Positions.position(text, context.getOffset()).getLine();
        List<Diagnostic> here = open.get().diagnostics().stream().filter(d -> d.getRange().getStart().getLine() <= line && line <= d.getRange().getEnd().getLine()).toList();
        if (here.isEmpty()) return null;
        Range range = here.get(0).getRange();
        List<ICompletionProposal> proposals = new ArrayList<>();
        Editing.shared().ask(path.get(), WAIT_MS, (server, id) -> server.codeAction(new CodeActionParams(id, range, new CodeActionContext(here)))).orElse(List.of()).stream()
                .filter(a -> a.isRight()).map(a -> a.getRight()).filter(a -> a.getEdit() != null).forEach(a -> proposals.add(proposal(a)));
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }

    private static ICompletionProposal proposal(CodeAction action) {
        return new ActionProposal(action.getTitle(), WorkspaceChanges.of(action.getEdit()));
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
