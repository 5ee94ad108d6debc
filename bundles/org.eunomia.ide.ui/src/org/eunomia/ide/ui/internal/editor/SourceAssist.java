package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Completion;
import org.eunomia.ide.core.language.Proposal;
import org.eunomia.ide.core.language.Snippet;

/** Proposals: what only we know, templates, and what clangd proposes. Not called in the workbench's thread, so it may wait for clangd. */
public final class SourceAssist implements IContentAssistProcessor {
    private static final long WAIT_MS = 20_000;

    private final Icons icons = new Icons();
    private final TargetHooks hooks = new TargetHooks();

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        String source = document.get();
        if (Completion.isIdle(source, offset)) return new ICompletionProposal[0];
        List<ICompletionProposal> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Proposal p : new Completion(Editing.shared().helpers(), hooks).at(source, offset)) {
            SourceProposal proposal = ours(p, offset);
            all.add(proposal);
            names.add(proposal.filter());
        }
        if (Completion.isExclusive(source, offset)) return all.toArray(ICompletionProposal[]::new);
        all.addAll(SourceTemplates.proposals(viewer, offset, () -> image("proposal-template")));
        Editors.path(document).ifPresent(p -> clangd(p, source, offset, names, all));
        return all.toArray(ICompletionProposal[]::new);
    }

    private SourceProposal ours(Proposal p, int offset) {
        Snippet snippet = new Snippet(p.text(), List.of(), p.cursor());
        String filter = p.kind() == Proposal.Kind.HELPER ? p.text().replace("()", "") : p.text();
        var what = new SourceProposal.What(p.label(), p.detail(), filter, snippet, p.offset(), p.offset() + p.length(), offset, p.more(), p::info);
        return new SourceProposal(what, image(switch (p.kind()) {
            case SECTION, HOOK -> "proposal-section";
            case HELPER -> "proposal-helper";
            case MAP -> "outline-map";
        }));
    }

    private void clangd(Path path, String source, int offset, Set<String> known, List<ICompletionProposal> out) {
        Editing.shared().ask(path, WAIT_MS, (server, id) -> server.completion(new CompletionParams(id, Positions.position(source, offset))))
                .map(answer -> answer.isLeft() ? answer.getLeft() : answer.getRight().getItems()).orElse(List.of()).stream()
                .sorted((a, b) -> key(a).compareTo(key(b))).map(i -> ServerProposals.proposal(i, source, offset, this::image))
                .filter(p -> !known.contains(p.filter())).forEach(out::add);
    }

    private static String key(CompletionItem item) {
        return item.getSortText() == null ? item.getLabel() : item.getSortText();
    }

    private Image image(String name) {
        Image[] image = new Image[1];
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> image[0] = icons.get(name));
        return image[0];
    }

    @Override
    public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
        Optional<Path> path = Editors.path(viewer.getDocument());
        return path.flatMap(p -> Signatures.at(p, viewer.getDocument().get(), offset)).map(i -> new IContextInformation[] {i}).orElse(null);
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return new char[] {'.', '>', '"', '/', '_'};
    }

    @Override
    public char[] getContextInformationAutoActivationCharacters() {
        return new char[] {'(', ','};
    }

    @Override
    public IContextInformationValidator getContextInformationValidator() {
        return new Signatures.Validator();
    }

    @Override
    public String getErrorMessage() {
        return null;
    }
}
