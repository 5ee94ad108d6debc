package org.eunomia.ide.core.language;

/**
 * Text that the editor offers to write.
 *
 * @param label   what the list shows, {@code detail} in a dimmer colour behind it
 * @param text    replaces {@code length} characters at {@code offset}
 * @param cursor  where the cursor stands then, from the start of {@code text}
 * @param more    whether the list shall open again at once, because what was written is half of something
 */
public record Proposal(Kind kind, String label, String detail, String text, int offset, int length, int cursor, boolean more, RichText info) {
    public enum Kind { SECTION, HOOK, HELPER, MAP }
}
