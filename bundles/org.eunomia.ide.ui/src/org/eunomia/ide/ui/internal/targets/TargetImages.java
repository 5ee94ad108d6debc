package org.eunomia.ide.ui.internal.targets;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetState;

/** The icons of targets and trackers, given back when their control goes. */
final class TargetImages {
    private final ResourceManager resources;

    TargetImages(Control owner) {
        resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    Image of(Target target, TargetState state) {
        String kind = target.isLocal() ? "local" : "remote";
        return get(switch (state.reach()) {
            case READY -> "target-" + kind;
            case IDLE -> "target-" + kind;
            case CONNECTING, SLOW -> "target-" + kind + "-waiting";
            case REFUSED, UNREACHABLE -> "target-" + kind + "-problem";
        });
    }

    Image of(TrackerInfo.State state) {
        return get(switch (state) {
            case RUNNING -> "tracker-running";
            case STOPPED -> "tracker-stopped";
            case FAILED -> "tracker-failed";
        });
    }

    private Image get(String name) {
        return resources.get(ResourceLocator.imageDescriptorFromBundle("org.eunomia.ide.ui", "icons/" + name + ".svg").orElseThrow());
    }
}
