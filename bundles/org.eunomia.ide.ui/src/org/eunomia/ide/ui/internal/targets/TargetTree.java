package org.eunomia.ide.ui.internal.targets;

import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TrackerStatus;

/** Targets, below each its trackers as {@link TrackerSession}s, which stay equal while what is told of them changes. */
final class TargetTree implements ITreeContentProvider {
    private final TargetMonitor monitor;

    TargetTree(TargetMonitor monitor) {
        this.monitor = monitor;
    }

    static TrackerSession session(TrackerStatus s) {
        return new TrackerSession(s.target(), s.info().id(), s.info().name());
    }

    @Override
    public Object[] getElements(Object input) {
        return ((TargetRegistry) input).list().toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof Target t ? monitor.state(t).trackers().stream().map(TargetTree::session).toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return element instanceof TrackerSession s ? s.target() : null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof Target t && !monitor.state(t).trackers().isEmpty();
    }
}
