package org.eunomia.ide.core.targets;

import org.eunomia.core.OperationFailedException;

/** Opens the service of one target. */
public interface Connector {
    /** Need not reach the target. The caller ends the result. */
    Connection open(Target target, TargetSecrets secrets) throws OperationFailedException;
}
