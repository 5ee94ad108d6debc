package org.eunomia.core;

import java.util.List;

/**
 * One message of the compiler or of a check of ours about a place in a source file.
 *
 * @param file   as the tool names it, empty when the message has no place
 * @param line   1-based, 0 when unknown
 * @param column 1-based in bytes, 0 when unknown
 * @param fixIt  replacement text that the tool proposes at that place, empty when it proposes none
 * @param edits  all that the proposed fix changes in {@code file}, to be applied together; empty when none is proposed or it is for another file
 */
public record Diagnostic(String file, int line, int column, Severity severity, String message, String fixIt, List<Edit> edits) {
    /** Ordered from harmless to fatal. */
    public enum Severity { NOTE, REMARK, WARNING, ERROR }

    /** Puts {@code text} in place of what lies between two places, the second exclusive; lines and columns as above. */
    public record Edit(int line, int column, int endLine, int endColumn, String text) { }

    public Diagnostic {
        edits = List.copyOf(edits);
    }

    public Diagnostic(String file, int line, int column, Severity severity, String message, String fixIt) {
        this(file, line, column, severity, message, fixIt, List.of());
    }

    /** The same in a file of another name. */
    public Diagnostic in(String file) {
        return new Diagnostic(file, line, column, severity, message, fixIt, edits);
    }
}
