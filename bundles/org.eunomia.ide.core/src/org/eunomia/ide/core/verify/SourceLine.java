package org.eunomia.ide.core.verify;

/**
 * A line of C as the log names it.
 *
 * @param file as the object has it, mostly relative to the folder of the source; empty when unknown, as before Linux 6.10
 * @param line 1-based, 0 when unknown
 * @param text without the space around it; empty when unknown
 */
public record SourceLine(String file, int line, String text) {
    public static final SourceLine NONE = new SourceLine("", 0, "");

    public boolean isKnown() {
        return line > 0 || !text.isEmpty();
    }
}
