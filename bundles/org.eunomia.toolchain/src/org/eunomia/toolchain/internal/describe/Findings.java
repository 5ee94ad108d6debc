package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.List;

/** Collects what is to be told about a build. */
final class Findings {
    private final List<String> notices = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();

    /** What the user should look at. */
    void notice(String text) {
        if (!notices.contains(text)) notices.add(text);
    }

    /** Why something is as it is. */
    void evidence(String text) {
        if (!evidence.contains(text)) evidence.add(text);
    }

    List<String> notices() {
        return notices;
    }

    List<String> evidence() {
        return evidence;
    }
}
