package org.eunomia.core;

/** Carries a {@link Failure} out of an operation. Its message is the failure's summary; a log stays in the failure. */
public final class OperationFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    public OperationFailedException(Failure failure) {
        super(failure.summary());
        this.failure = failure;
    }

    public OperationFailedException(Failure failure, Throwable cause) {
        super(failure.summary(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
