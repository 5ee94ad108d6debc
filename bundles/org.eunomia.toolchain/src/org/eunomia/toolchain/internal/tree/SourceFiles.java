package org.eunomia.toolchain.internal.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The texts of the files that a source is made of. Places are in bytes, so each byte is one character here, whatever its encoding. */
public final class SourceFiles {
    private static final int MAX_FILE = 4 << 20;

    private final Map<String, String> texts = new HashMap<>();

    /** Empty when the file cannot be read or is none that anybody wrote. */
    public String text(String file) {
        return texts.computeIfAbsent(file, f -> {
            try {
                Path path = Path.of(f);
                // Kernel types have no comments, and there are three megabytes of them.
                boolean known = f.isEmpty() || path.endsWith("vmlinux.h");
                return known || Files.size(path) > MAX_FILE ? "" : Files.readString(path, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return "";
            }
        });
    }

    /** What {@code node} consists of, from its first token to its last; empty when that is not in one file. */
    public String text(Node node) {
        String text = text(node.begin().file());
        int end = node.end().offset() + node.end().length();
        boolean whole = node.begin() != Place.NONE && node.begin().file().equals(node.end().file()) && end <= text.length() && end >= node.begin().offset();
        return whole ? text.substring(node.begin().offset(), end) : "";
    }

    /** The text from {@code place} on, as far as the file goes. */
    public String textFrom(Place place) {
        String text = text(place.file());
        return place == Place.NONE || place.offset() > text.length() ? "" : text.substring(place.offset());
    }

    /** A part of a text as people see it. */
    public static String decoded(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
