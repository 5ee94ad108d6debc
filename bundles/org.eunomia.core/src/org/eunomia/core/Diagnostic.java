package org.eunomia.core;

/**
 * One message of the compiler or of a check of ours about a place in a source file.
 *
 * @param file   as the tool names it, empty when the message has no place
 * @param line   1-based, 0 when unknown
 * @param column 1-based in bytes, 0 when unknown
 * @param fixIt  replacement text that the tool proposes at that place, empty when it proposes none
 */
public record Diagnostic(String file, int line, int column, Severity severity, String message, String fixIt) {
    /** Ordered from harmless to fatal. */
    public enum Severity { NOTE, REMARK, WARNING, ERROR }
}
