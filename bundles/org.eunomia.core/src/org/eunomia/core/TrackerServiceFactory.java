package org.eunomia.core;

/**
 * Opens a runtime within this process. Found through {@link java.util.ServiceLoader} by programs that run off one class path; in a
 * framework the {@link TrackerService} itself is a service.
 */
public interface TrackerServiceFactory {
    /** The caller owns the result. */
    TrackerService open() throws OperationFailedException;
}
