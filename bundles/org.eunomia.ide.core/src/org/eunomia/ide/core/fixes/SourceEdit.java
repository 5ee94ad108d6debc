package org.eunomia.ide.core.fixes;

/** Puts {@code text} in place of {@code length} characters at {@code offset}. */
public record SourceEdit(int offset, int length, String text) { }
