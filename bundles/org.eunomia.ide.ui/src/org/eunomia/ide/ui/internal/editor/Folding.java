package org.eunomia.ide.ui.internal.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.reconciler.Reconciler;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eunomia.ide.core.language.Folds;

/** Keeps what can be folded away up to date, in the background. */
public final class Folding extends Reconciler {
    private final Strategy strategy = new Strategy();

    public Folding() {
        setReconcilingStrategy(strategy, IDocument.DEFAULT_CONTENT_TYPE);
    }

    @Override
    public void install(ITextViewer viewer) {
        super.install(viewer);
        if (viewer instanceof ProjectionViewer projection) {
            strategy.viewer = projection;
            // The editor switches folding on when it has made all its parts.
            projection.addProjectionListener(new IProjectionListener() {
                @Override
                public void projectionEnabled() {
                    forceReconciling();
                }

                @Override
                public void projectionDisabled() { }
            });
        }
    }

    private static final class Strategy implements IReconcilingStrategy, IReconcilingStrategyExtension {
        private static final int LIMIT = 500_000;

        private volatile ProjectionViewer viewer;
        private IDocument document;

        @Override
        public void setDocument(IDocument document) {
            this.document = document;
        }

        @Override
        public void initialReconcile() {
            fold();
        }

        @Override
        public void reconcile(DirtyRegion dirty, IRegion part) {
            fold();
        }

        @Override
        public void reconcile(IRegion partition) {
            fold();
        }

        @Override
        public void setProgressMonitor(IProgressMonitor monitor) { }

        private void fold() {
            ProjectionAnnotationModel model = viewer == null ? null : viewer.getProjectionAnnotationModel();
            if (model == null || document.getLength() > LIMIT) return;
            Set<Position> wanted = new HashSet<>();
            for (Folds.Fold f : Folds.of(document.get())) wanted.add(new Position(f.offset(), f.length()));
            Set<Annotation> gone = new HashSet<>();
            for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
                Annotation a = all.next();
                Position at = model.getPosition(a);
                if (at == null || !wanted.remove(new Position(at.getOffset(), at.getLength()))) gone.add(a);
            }
            Map<Annotation, Position> added = new HashMap<>();
            for (Position p : wanted) added.put(new ProjectionAnnotation(), p);
            if (!gone.isEmpty() || !added.isEmpty()) model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
        }
    }
}
