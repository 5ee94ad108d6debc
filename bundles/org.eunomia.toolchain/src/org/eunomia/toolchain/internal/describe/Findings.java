package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.List;

/** Collects what is to be told about a build. */
final class Findings {
    private final String folder;
    private final List<String> notices = new ArrayList<>();
    private final List<String> evidence = new ArrayList<>();

    /** @param folder of the source, as it is spelled; places are told from there */
    Findings(String folder) {
        this.folder = folder.isEmpty() ? "" : folder + "/";
    }

    /** What the user should look at. */
    void notice(String text) {
        add(notices, text);
    }

    /** Why something is as it is. */
    void evidence(String text) {
        add(evidence, text);
    }

    private void add(List<String> texts, String text) {
        String relative = folder.isEmpty() ? text : text.replace(folder, "");
        if (!texts.contains(relative)) texts.add(relative);
    }

    List<String> notices() {
        return notices;
    }

    List<String> evidence() {
        return evidence;
    }
}
