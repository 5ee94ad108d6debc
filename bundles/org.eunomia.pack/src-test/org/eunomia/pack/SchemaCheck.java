package org.eunomia.pack;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks documents against a JSON Schema that uses only what is here; another keyword fails. Gives the first fault, or an empty text. */
final class SchemaCheck {
    private static final Set<String> REMARKS = Set.of("$schema", "$id", "$defs", "title", "description", "then");

    private final Map<?, ?> root;

    SchemaCheck(Map<?, ?> schema) {
        root = schema;
    }

    String fault(Object value) {
        return fault(root, value, "");
    }

    private String fault(Map<?, ?> schema, Object value, String at) {
        for (Map.Entry<?, ?> rule : schema.entrySet()) {
            String fault = REMARKS.contains(rule.getKey()) ? "" : rule((String) rule.getKey(), rule.getValue(), schema, value, at);
            if (!fault.isEmpty()) return fault;
        }
        return "";
    }

    private String rule(String keyword, Object rule, Map<?, ?> schema, Object value, String at) {
        return switch (keyword) {
            case "$ref" -> fault((Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(((String) rule).substring("#/$defs/".length())), value, at);
            case "type" -> (rule instanceof List<?> types ? types : List.of(rule)).stream().anyMatch(t -> isOf((String) t, value)) ? "" : at + " is no " + rule;
            case "const" -> rule.equals(value) ? "" : at + " is not " + rule;
            case "enum" -> ((List<?>) rule).contains(value) ? "" : at + " is none of " + rule;
            case "anyOf" -> ((List<?>) rule).stream().anyMatch(s -> fault((Map<?, ?>) s, value, at).isEmpty()) ? "" : at + " is none of what it may be";
            case "allOf" -> first(((List<?>) rule).stream().map(s -> fault((Map<?, ?>) s, value, at)));
            case "if" -> fault((Map<?, ?>) rule, value, at).isEmpty() ? fault((Map<?, ?>) schema.get("then"), value, at) : "";
            case "required" -> value instanceof Map<?, ?> map ? first(((List<?>) rule).stream().map(m -> map.containsKey(m) ? "" : at + " has no " + m)) : "";
            case "properties" -> value instanceof Map<?, ?> map ? first(((Map<?, ?>) rule).entrySet().stream()
                    .map(p -> map.containsKey(p.getKey()) ? fault((Map<?, ?>) p.getValue(), map.get(p.getKey()), at + "/" + p.getKey()) : "")) : "";
            case "additionalProperties" -> value instanceof Map<?, ?> map ? first(map.entrySet().stream()
                    .map(m -> schema.get("properties") instanceof Map<?, ?> known && known.containsKey(m.getKey()) ? "" : fault((Map<?, ?>) rule, m.getValue(), at + "/" + m.getKey()))) : "";
            case "items" -> value instanceof List<?> list ? first(list.stream().map(i -> fault((Map<?, ?>) rule, i, at + "/*"))) : "";
            case "prefixItems" -> value instanceof List<?> list ? first(java.util.stream.IntStream.range(0, Math.min(list.size(), ((List<?>) rule).size()))
                    .mapToObj(i -> fault((Map<?, ?>) ((List<?>) rule).get(i), list.get(i), at + "/" + i))) : "";
            case "minItems" -> value instanceof List<?> list && list.size() < (Long) rule ? at + " has too few" : "";
            case "maxItems" -> value instanceof List<?> list && list.size() > (Long) rule ? at + " has too many" : "";
            case "minLength" -> value instanceof String s && s.length() < (Long) rule ? at + " is too short" : "";
            case "maxLength" -> value instanceof String s && s.codePointCount(0, s.length()) > (Long) rule ? at + " is too long" : "";
            case "pattern" -> value instanceof String s && !Pattern.compile((String) rule).matcher(s).find() ? at + " does not match" : "";
            case "minimum" -> isOf("integer", value) && new BigInteger("" + value).compareTo(new BigInteger("" + rule)) < 0 ? at + " is too small" : "";
            case "maximum" -> isOf("integer", value) && new BigInteger("" + value).compareTo(new BigInteger("" + rule)) > 0 ? at + " is too large" : "";
            default -> throw new AssertionError("the check knows no keyword " + keyword);
        };
    }

    private static String first(java.util.stream.Stream<String> faults) {
        return faults.filter(f -> !f.isEmpty()).findFirst().orElse("");
    }

    private static boolean isOf(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Long || value instanceof BigInteger;
            case "number" -> value instanceof Number;
            default -> throw new AssertionError("the check knows no type " + type);
        };
    }
}
