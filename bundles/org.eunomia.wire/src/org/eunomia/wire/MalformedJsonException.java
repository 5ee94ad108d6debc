package org.eunomia.wire;

import java.io.IOException;

/** A text is no JSON, or goes beyond the limits; the message is one line for the user, with the place when there is one. */
public final class MalformedJsonException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
