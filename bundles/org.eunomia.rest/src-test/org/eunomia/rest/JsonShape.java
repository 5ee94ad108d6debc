package org.eunomia.rest;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Checks JSON against the schemas of an API document, as far as those go. */
final class JsonShape {
    private final Map<?, ?> document;

    JsonShape(Map<?, ?> document) {
        this.document = document;
    }

    /** @return the first place that does not fit, empty when all does */
    String misfit(Object schema, Object value, String at) {
        Map<?, ?> s = (Map<?, ?>) schema;
        if (s.get("$ref") instanceof String ref) return misfit(resolve(ref), value, at);
        if (s.get("oneOf") instanceof List<?> choices) {
            long fitting = choices.stream().filter(c -> misfit(c, value, at).isEmpty()).count();
            return fitting == 1 ? "" : at + " fits " + fitting + " of " + choices.size() + " choices";
        }
        if (s.containsKey("const") && !s.get("const").equals(value)) return at + " is not " + s.get("const");
        if (s.get("enum") instanceof List<?> allowed && !allowed.contains(value)) return at + " is none of " + allowed;
        if (!hasType((String) s.get("type"), value)) return at + " is no " + s.get("type") + " but " + value;
        if (value instanceof List<?> elements && s.get("items") != null) return elements(s.get("items"), elements, at);
        return value instanceof Map<?, ?> members ? members(s, members, at) : "";
    }

    private String elements(Object schema, List<?> elements, String at) {
        for (int i = 0; i < elements.size(); i++) {
            String misfit = misfit(schema, elements.get(i), at + "/" + i);
            if (!misfit.isEmpty()) return misfit;
        }
        return "";
    }

    private String members(Map<?, ?> schema, Map<?, ?> members, String at) {
        if (schema.get("required") instanceof List<?> required && !members.keySet().containsAll(required)) return at + " lacks one of " + required;
        for (Map.Entry<?, ?> m : members.entrySet()) {
            Object known = schema.get("properties") instanceof Map<?, ?> properties ? properties.get(m.getKey()) : null;
            Object other = schema.get("additionalProperties");
            boolean open = !(schema.get("properties") instanceof Map) || schema.containsKey("required");
            if (known == null && other == null && !open) return at + "/" + m.getKey() + " is not documented";
            String misfit = known != null ? misfit(known, m.getValue(), at + "/" + m.getKey()) : other != null ? misfit(other, m.getValue(), at + "/" + m.getKey()) : "";
            if (!misfit.isEmpty()) return misfit;
        }
        return "";
    }

    Object resolve(String reference) {
        Object value = document;
        for (String part : reference.substring(2).split("/")) value = ((Map<?, ?>) value).get(part);
        return value;
    }

    private static boolean hasType(String type, Object value) {
        if (type == null) return true;
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long || value instanceof BigInteger;
            case "number" -> value instanceof Number;
            default -> false;
        };
    }
}
