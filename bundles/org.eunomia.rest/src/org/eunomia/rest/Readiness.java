package org.eunomia.rest;

import java.util.List;

/** Tells whether trackers could be started now. */
@FunctionalInterface
public interface Readiness {
    /** One line for each thing that is missing, none when ready. Must not take long. */
    List<String> missing();
}
