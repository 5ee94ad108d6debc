package org.eunomia.toolchain.internal.comments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what follows an annotation: a flat JSON object, or words of which some are {@code key=value}. */
public final class AnnotationValue {
    private static final JsonFactory JSON = new JsonFactory();

    private AnnotationValue() { }

    /**
     * @return by key the value as text; words without a value have an empty one
     * @throws IllegalArgumentException with what is wrong with the JSON
     */
    public static Map<String, String> parse(String text) {
        return text.startsWith("{") ? json(text) : words(text);
    }

    private static Map<String, String> words(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.split("[\\s,]+")) {
            int equals = word.indexOf('=');
            if (equals > 0) values.put(word.substring(0, equals), word.substring(equals + 1));
            else if (!word.isEmpty()) values.put(word, "");
        }
        return values;
    }

    private static Map<String, String> json(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
                if (in.nextToken().isStructStart()) in.skipChildren();
                else values.put(key, in.currentToken() == JsonToken.VALUE_NULL ? "" : in.getText());
            }
            return values;
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage().lines().findFirst().orElse(""), e);
        }
    }
}
