package org.eunomia.core;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.spec.Package;

/** Makes policies out of configuration. A service, and found through {@link java.util.ServiceLoader}. */
public interface PackagePolicies {
    /** Decides whether a package may run, as it was read: changing its options before the check invalidates signatures. */
    @FunctionalInterface
    interface Policy {
        /** Lets everything run. */
        Policy ANY = pack -> { };

        /** Throws {@link Failure.PolicyRefused}, or returns. */
        void check(Package pack) throws OperationFailedException;
    }

    /**
     * Lets packages run that carry a good signature by one of the keys.
     *
     * @param keyFiles PEM files with one or more public keys each, read now; at least one
     */
    Policy signedByOneOf(List<Path> keyFiles) throws OperationFailedException;
}
