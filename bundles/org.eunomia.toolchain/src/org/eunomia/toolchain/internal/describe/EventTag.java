package org.eunomia.toolchain.internal.describe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.tree.Records;

/**
 * An annotation {@code @event TYPE [FIELD=VALUE]} at a map: the map carries records of the type, those whose field has the value.
 *
 * @param type  as clang spells it
 * @param field empty when records go by size
 * @param value a constant expression in C
 */
record EventTag(String type, String field, String value) {
    private static final Pattern FORM = Pattern.compile("(.*?)(?:\\s+(\\w+)\\s*=\\s*(.+))?");

    /** @return empty when the annotation names no type */
    static Optional<EventTag> parse(String text, Records records) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches() || m.group(1).isEmpty()) return Optional.empty();
        boolean tagged = m.group(2) != null;
        return Optional.of(new EventTag(spelling(m.group(1), records), tagged ? m.group(2) : "", tagged ? m.group(3) : ""));
    }

    /** People leave the keyword out. */
    private static String spelling(String name, Records records) {
        for (String candidate : new String[] {name, "struct " + name, "union " + name}) if (records.find(candidate).isPresent()) return candidate;
        return name;
    }
}
