package org.eunomia.ide.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.eunomia.ide.core.language.OutlineNode;
import org.eunomia.ide.core.language.SourceOutline;

/** What a source declares: follows the text as it is typed and the cursor as it moves. */
final class OutlinePage extends ContentOutlinePage {
    private static final int DELAY_MS = 300;
    private static final int LIMIT = 1_000_000;

    private final ITextEditor editor;
    private final Job job = Job.createSystem("Outline", (ICoreRunnable) m -> read());
    private final IDocumentListener edits = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) { }

        @Override
        public void documentChanged(DocumentEvent event) {
            job.schedule(DELAY_MS);
        }
    };
    private final ISelectionChangedListener cursor = e -> follow();
    private final BuiltPackage built;
    private IDocument document;
    private SourceOutline outline = new SourceOutline(List.of());
    private boolean following;

    OutlinePage(ITextEditor editor) {
        this.editor = editor;
        this.built = new BuiltPackage(editor, () -> job.schedule(0));
    }

    @Override
    public void createControl(Composite parent) {
        super.createControl(parent);
        TreeViewer tree = getTreeViewer();
        tree.getTree().setData("org.eunomia.id", "outline");
        tree.setUseHashlookup(false);
        tree.setContentProvider(new OutlineContent());
        tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
        tree.setInput(outline);
        tree.addSelectionChangedListener(e -> reveal(e.getStructuredSelection()));
        document = Editors.document(editor);
        document.addDocumentListener(edits);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider post) post.addPostSelectionChangedListener(cursor);
        built.watch();
        job.schedule();
    }

    private void read() {
        SourceOutline read = document.getLength() > LIMIT ? new SourceOutline(List.of()) : built.enrich(SourceOutline.of(document.get()));
        if (getControl() == null || getControl().isDisposed()) return;
        getControl().getDisplay().asyncExec(() -> show(read));
    }

    private void show(SourceOutline read) {
        if (getControl() == null || getControl().isDisposed() || read.equals(outline)) return;
        Object[] expanded = getTreeViewer().getExpandedElements();
        SourceOutline before = outline;
        outline = read;
        getControl().setRedraw(false);
        try {
            getTreeViewer().setInput(read);
            for (Object e : expanded) if (e instanceof OutlineNode n) read.find(n.kind(), n.name()).ifPresent(m -> getTreeViewer().setExpandedState(m, true));
            // What a build found is shown without being asked for, once.
            for (OutlineNode n : read.nodes()) {
                boolean known = before.find(n.kind(), n.name()).filter(b -> !b.children().isEmpty()).isPresent();
                if (n.kind() == OutlineNode.Kind.MAP && !n.children().isEmpty() && !known) getTreeViewer().setExpandedState(n, true);
            }
        } finally {
            getControl().setRedraw(true);
        }
        follow();
    }

    /** Selects what the cursor is in. */
    private void follow() {
        if (getControl() == null || getControl().isDisposed() || getControl().isFocusControl()) return;
        if (!(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) return;
        Optional<OutlineNode> at = outline.at(selection.getOffset());
        following = true;
        getTreeViewer().setSelection(at.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY), true);
        following = false;
    }

    private void reveal(IStructuredSelection selection) {
        if (!following && selection.getFirstElement() instanceof OutlineNode n && n.nameOffset() >= 0) editor.selectAndReveal(n.nameOffset(), n.kind() == OutlineNode.Kind.LICENSE ? 0 : n.name().length());
    }

    @Override
    public void dispose() {
        job.cancel();
        built.forget();
        if (document != null) document.removeDocumentListener(edits);
        if (editor.getSelectionProvider() instanceof IPostSelectionProvider post) post.removePostSelectionChangedListener(cursor);
        super.dispose();
    }
}
