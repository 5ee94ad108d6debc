package org.eunomia.cli.internal;

/** The command line asks for something that does not exist. The message is one line. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String hint;

    /** @param hint what to do about it, empty when there is nothing to say */
    public UsageException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
