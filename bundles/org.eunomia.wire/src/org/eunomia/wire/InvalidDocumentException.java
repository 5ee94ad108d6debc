package org.eunomia.wire;

/** JSON does not have the form that is wanted at {@code pointer} (RFC 6901). */
public final class InvalidDocumentException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String pointer;

    public InvalidDocumentException(String pointer, String problem) {
        super(problem);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
