package org.eunomia.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Decoder;
import org.eunomia.core.schema.Encoder;
import org.eunomia.core.schema.EnumValue;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;

/**
 * Keys and values of one map as JSON and back: numbers, enums by name, text, lists and objects, as plain as they can be written again. Where a type is not
 * known they are strings of hexadecimal digits.
 */
public final class EntryForm {
    private final MapSpec map;

    public EntryForm(MapSpec map) {
        this.map = map;
    }

    public Object key(byte[] bytes) {
        return map.keyType().map(t -> plain(Decoder.of(t).value(bytes))).orElseGet(() -> HexFormat.of().formatHex(bytes));
    }

    public Object value(byte[] bytes) {
        if (map.valueType().isEmpty()) return HexFormat.of().formatHex(bytes);
        Type type = map.valueType().get();
        if (!isPerCpu()) return plain(Decoder.of(type).value(bytes));
        List<Object> cpus = new ArrayList<>();
        for (int at = 0; at + type.size() <= bytes.length; at += padded(type)) cpus.add(plain(Decoder.of(type).value(Arrays.copyOfRange(bytes, at, at + type.size()))));
        return cpus;
    }

    private boolean isPerCpu() {
        return map.type().contains("percpu");
    }

    private static int padded(Type type) {
        return Math.max(8, (type.size() + 7) / 8 * 8);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case null -> Map.of();
            case EnumValue e -> e.name().isEmpty() ? (Object) e.number() : e.name();
            case List<?> list -> list.stream().map(EntryForm::plain).toList();
            case Map<?, ?> members -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                members.forEach((name, member) -> plain.put((String) name, plain(member)));
                yield Collections.unmodifiableMap(plain);
            }
            default -> value;
        };
    }

    /** @param text as it stands in a path */
    public byte[] keyOf(String text, boolean raw) throws OperationFailedException {
        if (raw || map.keyType().isEmpty()) return hex(text, "key");
        return encode(map.keyType().get(), json(text), "key");
    }

    private static Object json(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJsonException e) {
            return text;
        }
    }

    public byte[] valueOf(Object json) throws OperationFailedException {
        if (map.valueType().isEmpty()) return hex(String.valueOf(json), "value");
        Type type = map.valueType().get();
        if (!isPerCpu()) return encode(type, json, "value");
        if (!(json instanceof List<?> cpus)) throw invalid("value", "a list with one value for each possible CPU is wanted");
        byte[] all = new byte[padded(type) * cpus.size()];
        for (int i = 0; i < cpus.size(); i++) System.arraycopy(encode(type, cpus.get(i), "value/" + i), 0, all, i * padded(type), type.size());
        return all;
    }

    private static byte[] encode(Type type, Object json, String place) throws OperationFailedException {
        try {
            return Encoder.of(type).encode(json);
        } catch (IllegalArgumentException e) {
            throw invalid(place, e.getMessage());
        }
    }

    private static byte[] hex(String text, String place) throws OperationFailedException {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw invalid(place, "an even number of hexadecimal digits is wanted");
        }
    }

    private static OperationFailedException invalid(String place, String problem) {
        return new OperationFailedException(new Failure.RequestInvalid(place, problem, ""));
    }
}
