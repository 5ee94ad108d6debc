package org.eunomia.elf;

import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Makes the failures of this package. */
final class Malformed {
    private Malformed() { }

    static OperationFailedException at(String place, String problem) {
        return new OperationFailedException(new Failure.ObjectInvalid(place, problem, "the file is damaged or was cut off; build or fetch it again"));
    }

    static OperationFailedException unsuitable(String problem, String hint) {
        return new OperationFailedException(new Failure.ObjectInvalid("", problem, hint));
    }
}
