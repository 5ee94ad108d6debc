package org.eunomia.ide.core.targets;

import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;

/** Opens the service of one target. */
public interface Connector {
    /** Need not reach the target. The caller owns the result. */
    TrackerService open(Target target, TargetSecrets secrets) throws OperationFailedException;
}
