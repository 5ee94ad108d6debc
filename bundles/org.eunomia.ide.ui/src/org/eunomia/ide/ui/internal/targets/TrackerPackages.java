package org.eunomia.ide.ui.internal.targets;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.launch.TrackerSource;

/** Packages for steps of a job, whose only kind of failure is that of trackers. */
final class TrackerPackages {
    private TrackerPackages() { }

    static Package open(String source) throws OperationFailedException {
        try {
            return TrackerSource.open(source, new NullProgressMonitor());
        } catch (CoreException e) {
            throw new OperationFailedException(new Failure.Unavailable(source, e.getStatus().getMessage(), ""), e);
        }
    }
}
