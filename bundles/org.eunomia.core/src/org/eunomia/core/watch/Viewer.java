package org.eunomia.core.watch;

import java.io.OutputStream;
import java.io.PrintStream;

/** Who watches. */
public interface Viewer {
    /** Takes what the tracker yields. */
    OutputStream out();

    /** Takes everything else. */
    PrintStream err();

    /** One line about something that is no result. */
    void note(String line);

    /** Whether a person reads {@link #err} as it comes. */
    boolean isPerson();

    /** Whether it is enough; asked about ten times a second. */
    boolean hasEnough();
}
