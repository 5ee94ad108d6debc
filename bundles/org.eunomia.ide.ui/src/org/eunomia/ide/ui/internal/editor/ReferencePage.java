package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.OpenEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** References as a tree: files, and in them the lines. */
public final class ReferencePage extends AbstractTextSearchViewPage {
    public ReferencePage() {
        super(FLAG_LAYOUT_TREE);
    }

    @Override
    protected void configureTreeViewer(TreeViewer viewer) {
        viewer.getTree().setData("org.eunomia.id", "references");
        viewer.setContentProvider(new Content());
        viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
        viewer.setAutoExpandLevel(2);
    }

    @Override
    protected void configureTableViewer(TableViewer viewer) {
        throw new IllegalStateException("there is no flat layout");
    }

    @Override
    protected void elementsChanged(Object[] elements) {
        getViewer().refresh();
        if (getViewer() instanceof TreeViewer tree) tree.expandToLevel(2);
    }

    @Override
    protected void clear() {
        getViewer().refresh();
    }

    @Override
    protected void handleOpen(OpenEvent event) {
        if (((IStructuredSelection) event.getSelection()).getFirstElement() instanceof ReferenceMatch match) Places.open(getSite().getPage(), match.location());
    }

    private static final class Content implements ITreeContentProvider {
        private ReferenceResult result;

        @Override
        public void inputChanged(Viewer viewer, Object before, Object now) {
            result = now instanceof ReferenceResult r ? r : null;
        }

        @Override
        public Object[] getElements(Object input) {
            return result == null ? new Object[0] : result.getElements();
        }

        @Override
        public Object[] getChildren(Object parent) {
            Match[] matches = result == null || parent instanceof Match ? new Match[0] : result.getMatches(parent);
            Arrays.sort(matches, Comparator.comparingInt(Match::getOffset));
            return matches;
        }

        @Override
        public Object getParent(Object element) {
            return element instanceof Match m ? m.getElement() : null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !(element instanceof Match);
        }
    }

    private static final class Labels extends LabelProvider implements IStyledLabelProvider {
        @Override
        public StyledString getStyledText(Object element) {
            return switch (element) {
                case ReferenceMatch m -> new StyledString(m.line() + ": ", StyledString.COUNTER_STYLER).append(m.text());
                case IFile f -> new StyledString(f.getName()).append("  " + f.getParent().getFullPath().makeRelative(), StyledString.QUALIFIER_STYLER);
                case Path p -> new StyledString(p.getFileName().toString()).append("  " + p.getParent(), StyledString.QUALIFIER_STYLER);
                default -> new StyledString(String.valueOf(element));
            };
        }

        @Override
        public Image getImage(Object element) {
            return element instanceof Match ? null : PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FILE);
        }
    }
}
