package org.eunomia.rest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eunomia.wire.Json;

/** JSON with line breaks, for files that people compare. */
final class JsonText {
    private JsonText() { }

    static String pretty(Object value) {
        return pretty(value, "") + "\n";
    }

    private static String pretty(Object value, String indent) {
        String flat = new String(Json.write(value), StandardCharsets.UTF_8);
        if (flat.length() + indent.length() < 140 || !(value instanceof Map || value instanceof List)) return flat;
        String inner = indent + "  ";
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream().map(m -> inner + new String(Json.write(m.getKey()), StandardCharsets.UTF_8) + ": " + pretty(m.getValue(), inner))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        return ((List<?>) value).stream().map(e -> inner + pretty(e, inner)).collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }
}
