package org.eunomia.core.watch;

import java.io.IOException;

/** Whoever read our output has gone, as {@code | head} does. */
public final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1L;
}
