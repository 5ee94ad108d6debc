package org.eunomia.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as JDK values: {@link Map} in the order of the text, {@link List}, {@link String}, {@link Long} or {@link BigInteger}, {@link Double},
 * {@link Boolean} and null. Bounded in depth and in the length of numbers; names that stand twice in an object are refused.
 */
public final class Json {
    /** Enough for {@link org.eunomia.core.schema.Schema}s of structs twenty deep; more than that comes from nobody who means well. */
    public static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(400).maxStringLength(Integer.MAX_VALUE).maxNameLength(10_000).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() { }

    public static Object parse(byte[] text) throws MalformedJsonException {
        return read(text, in -> {
            Object value = value(in);
            if (in.nextToken() != null) throw new MalformedJsonException("something follows the end, line " + in.currentTokenLocation().getLineNr());
            return value;
        });
    }

    /** Whether {@code text} is an object that has the member {@code name}. What follows it is not looked at. */
    public static boolean hasMember(byte[] text, String name) throws MalformedJsonException {
        return read(text, in -> {
            if (in.currentToken() != JsonToken.START_OBJECT) return false;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (in.currentName().equals(name)) return true;
                in.nextToken();
                in.skipChildren();
            }
            return false;
        });
    }

    private interface Reading<T> {
        T of(JsonParser in) throws IOException;
    }

    private static <T> T read(byte[] text, Reading<T> reading) throws MalformedJsonException {
        try (JsonParser in = FACTORY.createParser(text)) {
            if (in.nextToken() == null) throw new MalformedJsonException("it is empty");
            return reading.of(in);
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException(firstLine(e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ": ";
            throw new MalformedJsonException(where + firstLine(e.getOriginalMessage()));
        } catch (MalformedJsonException e) {
            throw e;
        } catch (IOException e) {
            throw new MalformedJsonException("not UTF-8: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> integer(in);
            case VALUE_NUMBER_FLOAT -> finite(in);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new MalformedJsonException("unexpected " + in.currentToken());
        };
    }

    private static Object integer(JsonParser in) throws IOException {
        BigInteger number = in.getBigIntegerValue();
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    private static Double finite(JsonParser in) throws IOException {
        double number = in.getDoubleValue();
        if (Double.isInfinite(number)) throw new MalformedJsonException("number out of range, line " + in.currentTokenLocation().getLineNr());
        return number;
    }

    private static Map<String, Object> object(JsonParser in) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, value(in));
        }
        return members;
    }

    private static List<Object> array(JsonParser in) throws IOException {
        List<Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) elements.add(value(in));
        return elements;
    }

    /** One line without spaces, in UTF-8. Numbers that JSON does not have come out as strings, and what is none of the types above by its {@code toString()}. */
    public static byte[] write(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    write(member.getValue(), json);
                }
                json.writeEndObject();
            }
            case List<?> elements -> {
                json.writeStartArray();
                for (Object element : elements) write(element, json);
                json.writeEndArray();
            }
            case Boolean b -> json.writeBoolean(b);
            case Double d when Double.isFinite(d) -> json.writeNumber(d);
            case Double d -> json.writeString(d.toString());
            case BigInteger n -> json.writeNumber(n);
            case BigDecimal n -> json.writeNumber(n);
            case Number n -> json.writeNumber(n.longValue());
            default -> json.writeString(value.toString());
        }
    }
}
