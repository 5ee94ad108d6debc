package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code __uint}, {@code __type} and {@code __array} say of a map, as text.
 *
 * @param attributes by name: {@code type}, {@code max_entries}, {@code key}, {@code value} …
 */
public record MapDefinition(Map<String, String> attributes) {
    private static final String PREFIX = "BPF_MAP_TYPE_";

    public MapDefinition {
        attributes = Map.copyOf(attributes);
    }

    /** @param tokens of the block */
    static MapDefinition read(String source, List<Token> tokens) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (tokens.get(i).kind() != TokenKind.MAP || !tokens.get(i + 1).is(source, '(') || !tokens.get(i + 3).is(source, ',')) continue;
            int depth = 1;
            int end = i + 4;
            for (; end < tokens.size(); end++) {
                if (tokens.get(end).is(source, '(')) depth++;
                if (tokens.get(end).is(source, ')') && --depth == 0) break;
            }
            if (end < tokens.size()) attributes.put(tokens.get(i + 2).in(source), source.substring(tokens.get(i + 3).end(), tokens.get(end).offset()).strip());
        }
        return new MapDefinition(attributes);
    }

    /** The kernel's word in lower case: {@code ringbuf}; empty when the definition does not say. */
    public String type() {
        String type = attributes.getOrDefault("type", "");
        return (type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type).toLowerCase();
    }

    /** One line: {@code hash u32 → u64, 10240}. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        if (attributes.containsKey("key") && attributes.containsKey("value")) parts.add(type() + " " + attributes.get("key") + " → " + attributes.get("value"));
        else if (attributes.containsKey("value")) parts.add(type() + " of " + attributes.get("value"));
        else if (!type().isEmpty()) parts.add(type());
        if (attributes.containsKey("max_entries")) parts.add(attributes.get("max_entries"));
        return String.join(", ", parts);
    }
}
