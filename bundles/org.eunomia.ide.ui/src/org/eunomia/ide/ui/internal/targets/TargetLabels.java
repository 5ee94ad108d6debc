package org.eunomia.ide.ui.internal.targets;

import java.util.Optional;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eunomia.core.Failure;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;
import org.eunomia.ide.core.targets.TargetState;
import org.eunomia.ide.core.targets.TrackerStatus;

/** Texts, icons and tooltips of one column. */
final class TargetLabels extends ColumnLabelProvider {
    private final TargetColumn column;
    private final TargetMonitor monitor;
    private final TargetImages images;
    private final Control control;

    TargetLabels(TargetColumn column, TargetMonitor monitor, Control control) {
        this.column = column;
        this.monitor = monitor;
        this.control = control;
        images = new TargetImages(control);
    }

    static Optional<TrackerStatus> status(TargetMonitor monitor, TrackerSession session) {
        return monitor.state(session.target()).trackers().stream().filter(s -> s.info().id().equals(session.id())).findFirst();
    }

    @Override
    public String getText(Object element) {
        return switch (element) {
            case Target t -> column.text(t, monitor.state(t));
            case TrackerSession s -> status(monitor, s).map(status -> column.text(status, monitor.state(s.target()).isCurrent())).orElse(column == TargetColumn.NAME ? s.name() : "");
            default -> "";
        };
    }

    @Override
    public Image getImage(Object element) {
        if (column != TargetColumn.NAME) return null;
        return switch (element) {
            case Target t -> images.of(t, monitor.state(t));
            case TrackerSession s -> images.of(status(monitor, s).map(status -> status.info().state()).orElse(TrackerInfo.State.STOPPED));
            default -> null;
        };
    }

    @Override
    public Color getForeground(Object element) {
        return switch (element) {
            case Target t when column == TargetColumn.STATE && monitor.state(t).failure().isPresent() -> JFaceColors.getErrorText(control.getDisplay());
            case TrackerSession s -> foreground(s);
            default -> null;
        };
    }

    private Color foreground(TrackerSession session) {
        if (!monitor.state(session.target()).isCurrent()) return control.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
        Optional<TrackerStatus> status = status(monitor, session);
        boolean bad = status.isPresent() && (column == TargetColumn.LOST && status.get().losses().lost() > 0 || column == TargetColumn.STATE && status.get().info().state() == TrackerInfo.State.FAILED);
        return bad ? JFaceColors.getErrorText(control.getDisplay()) : null;
    }

    @Override
    public String getToolTipText(Object element) {
        return switch (element) {
            case Target t -> toolTip(t, monitor.state(t));
            case TrackerSession s -> status(monitor, s).map(TargetLabels::toolTip).orElse(null);
            default -> null;
        };
    }

    private static String toolTip(Target target, TargetState state) {
        Optional<Failure> failure = state.failure();
        if (failure.isPresent()) return Failures.text(failure.get());
        String where = target.isLocal() ? "this host" : target.endpoint();
        String role = state.host().role().isEmpty() ? "" : "\nyou are " + state.host().role();
        return where + (state.host().host().isEmpty() ? "" : "\n" + state.host().host() + ", " + state.host().arch()) + role;
    }

    private static String toolTip(TrackerStatus status) {
        TrackerInfo info = status.info();
        String reason = info.reason().isEmpty() ? "" : "\n" + info.reason();
        String notices = info.notices().isEmpty() ? "" : "\n" + String.join("\n", info.notices());
        return info.name() + ", started " + info.started() + reason + "\n" + status.losses().delivered() + " events" + notices;
    }
}
