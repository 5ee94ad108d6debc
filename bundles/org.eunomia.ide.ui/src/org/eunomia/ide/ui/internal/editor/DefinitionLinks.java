package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.hyperlink.AbstractHyperlinkDetector;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.clangd.ClangdStatus;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Token;
import org.eunomia.ide.core.language.TokenKind;

/** Leads from a name to where it is declared, in sources, libbpf's headers or {@code vmlinux.h}. Where that is, is asked only when the link is followed. */
public final class DefinitionLinks extends AbstractHyperlinkDetector {
    @Override
    public IHyperlink[] detectHyperlinks(ITextViewer viewer, IRegion region, boolean several) {
        IDocument document = viewer.getDocument();
        Optional<Path> path = Editors.path(document);
        Optional<Token> token = SourceHover.tokenAround(document, region.getOffset());
        if (path.isEmpty() || token.isEmpty() || !leads(token.get().kind())) return null;
        return new IHyperlink[] {new Link(path.get(), Positions.position(document.get(), token.get().offset()), new Region(token.get().offset(), token.get().length()))};
    }

    private static boolean leads(TokenKind kind) {
        return switch (kind) {
            case NAME, FUNCTION, CONSTANT, HELPER, MACRO, MAP, TYPE, DIRECTIVE, SECTION -> true;
            case COMMENT, STRING, NUMBER, KEYWORD, PUNCTUATION -> false;
        };
    }

    private record Link(Path path, Position position, IRegion region) implements IHyperlink {
        private static final long WAIT_MS = 30_000;

        @Override
        public IRegion getHyperlinkRegion() {
            return region;
        }

        @Override
        public String getTypeLabel() {
            return "Declaration";
        }

        @Override
        public String getHyperlinkText() {
            return "Open Declaration";
        }

        @Override
        public void open() {
            IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            Job job = Job.create("Finding the declaration", (ICoreRunnable) m -> {
                Optional<Location> found = Editing.shared().ask(path, WAIT_MS, (server, id) -> server.definition(new DefinitionParams(id, position)))
                        .map(a -> a.isLeft() ? List.<Location>copyOf(a.getLeft()) : List.<Location>of()).flatMap(l -> l.stream().findFirst());
                Display display = PlatformUI.getWorkbench().getDisplay();
                display.asyncExec(() -> found.ifPresentOrElse(l -> Places.open(page, l), () -> notFound(page)));
            });
            job.setPriority(Job.INTERACTIVE);
            job.schedule();
        }

        private static void notFound(IWorkbenchPage page) {
            if (page.getActiveEditor() == null) return;
            IStatusLineManager line = page.getActiveEditor().getEditorSite().getActionBars().getStatusLineManager();
            line.setErrorMessage(Editing.shared().clangd().status() instanceof ClangdStatus.Running ? "No declaration is known" : Editing.shared().clangd().status().text());
        }
    }
}
