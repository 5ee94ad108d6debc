package org.eunomia.toolchain.internal.describe;

import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.comments.Comment;

/** What a package says of itself: by the annotations above the license, else by the comment that the source begins with. */
record Doc(String description, String version) {
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]*");
    /** What a package without version has. */
    private static final String FIRST = "1.0.0";

    static Doc of(Comment atLicense, Comment atStart) {
        boolean annotated = atLicense.has("description") || atLicense.has("brief") || atLicense.has("details");
        String description = annotated ? atLicense.value("brief").or(() -> atLicense.value("description")).orElseGet(() -> atLicense.value("details").get()) : atStart.description();
        String version = atLicense.value("version").or(() -> atStart.value("version")).filter(v -> VERSION.matcher(v).matches()).orElse(FIRST);
        return new Doc(description, version);
    }
}
