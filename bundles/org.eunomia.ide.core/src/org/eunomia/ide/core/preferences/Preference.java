package org.eunomia.ide.core.preferences;

/** A key of the node {@link #NODE}, and what holds when nothing is set. Described in docs/studio.md. */
public enum Preference {
    /** A path, or a name to be looked up in {@code PATH}; empty for the newest clang there. */
    CLANG("clang", "", true),
    /** The language server of the editor: a path; empty for {@code clangd} in {@code PATH}. */
    CLANGD("clangd", "", false),
    /** Separated by spaces. */
    CLANG_FLAGS("clang.flags", "", true),
    /** Folders separated by colons; those that are not absolute are of the project. */
    INCLUDE_PATHS("include.paths", "", true),
    /** Whether a target's verifier looks at what was built. */
    VERIFY_ON_SAVE("verify.onSave", "true", true),
    /** Id of the target that verifies. */
    VERIFY_TARGET("verify.target", "local", true),
    /** As {@code clang-format --style=} takes it; {@code file} looks for a {@code .clang-format} first. */
    FORMAT_STYLE("format.style", "file", true),
    FORMAT_ON_SAVE("format.onSave", "false", true),
    /** Most events that a view holds; the oldest give way. */
    EVENTS_HELD("events.held", "1000000", false),
    /** Whether a view that is opened shows the newest event. */
    EVENTS_FOLLOW("events.follow", "true", false),
    /** A {@link TimeFormat} in lower case. */
    EVENTS_TIME("events.time", "clock", false);

    public static final String NODE = "org.eunomia.ide.core";

    private final String key;
    private final String usual;
    private final boolean ofProjects;

    Preference(String key, String usual, boolean ofProjects) {
        this.key = key;
        this.usual = usual;
        this.ofProjects = ofProjects;
    }

    public String key() {
        return key;
    }

    public String usual() {
        return usual;
    }

    /** Whether a project may have its own. */
    public boolean isOfProjects() {
        return ofProjects;
    }
}
