package org.eunomia.ide.core.targets;

import java.util.List;
import org.eunomia.core.OperationFailedException;

/** Keeps targets from one start of the program to the next. The local one is not kept. */
public interface TargetStore {
    List<Target> targets();

    void write(List<Target> targets) throws OperationFailedException;

    /** May ask the user for the password of the secure storage, and so block. */
    TargetSecrets secrets(Target target) throws OperationFailedException;

    /** May ask the user, as {@link #secrets} does. @param secrets {@link TargetSecrets#NONE} to forget them */
    void write(Target target, TargetSecrets secrets) throws OperationFailedException;
}
