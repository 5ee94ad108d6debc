package org.eunomia.pack.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.pack.PackageLimits;

/**
 * Reads a document into maps and lists that keep their order, strings, booleans, null, {@link Long}, or {@link BigInteger} where a long cannot hold a whole
 * number, and {@link Double}. Stricter than JSON asks: no member twice, nothing after the document, no number that a double cannot hold.
 */
public final class JsonReader {
    private static final int MAX_NUMBER = 200;
    private static final int MAX_NAME = 4096;
    private static final int MAX_MESSAGE = 160;

    private final String source;
    private final PackageLimits limits;
    private int elements;

    private JsonReader(String source, PackageLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    public static Object read(String source, byte[] document, PackageLimits limits) throws OperationFailedException {
        return new JsonReader(source, limits).read(document);
    }

    private Object read(byte[] document) throws OperationFailedException {
        StreamReadConstraints constraints = StreamReadConstraints.builder().maxStringLength(limits.textChars()).maxNumberLength(MAX_NUMBER)
                .maxNameLength(MAX_NAME).maxNestingDepth(limits.depth()).build();
        JsonFactory factory = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).streamReadConstraints(constraints).build();
        try (JsonParser in = factory.createParser(document)) {
            try {
                in.nextToken();
                Object root = value(in);
                if (in.nextToken() != null) throw invalid("", place(in) + "there is more after the end of the document", "a document holds one package");
                return root;
            } catch (JsonProcessingException e) {
                throw explained(e, in);
            }
        } catch (IOException e) {
            throw new IllegalStateException("there is no input or output here", e);
        }
    }

    private Object value(JsonParser in) throws IOException, OperationFailedException {
        if (++elements > limits.elements()) throw limit("the number of elements of package " + source, String.valueOf(limits.elements()));
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> in.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> whole(in);
            case VALUE_NUMBER_FLOAT -> {
                double number = Double.parseDouble(in.getText());
                if (Double.isInfinite(number)) throw invalid(pointer(in), "the number " + in.getText() + " is too large", "");
                yield number;
            }
            case null, default -> throw invalid(pointer(in), "there is no value", "");
        };
    }

    private static Object whole(JsonParser in) throws IOException {
        BigInteger number = new BigInteger(in.getText());
        return number.bitLength() < 64 ? (Object) number.longValue() : number;
    }

    private Map<String, Object> object(JsonParser in) throws IOException, OperationFailedException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            if (members.containsKey(name)) throw invalid(pointer(in), place(in) + "this member is there twice", "keep one of the two");
            in.nextToken();
            members.put(name, value(in));
        }
        return members;
    }

    private List<Object> array(JsonParser in) throws IOException, OperationFailedException {
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) items.add(value(in));
        return items;
    }

    private OperationFailedException explained(JsonProcessingException e, JsonParser in) {
        if (e instanceof StreamConstraintsException) return constraint(in, e);
        if (e instanceof JsonEOFException) return invalid(pointer(in), place(in) + "the document ends here in the middle: it was cut off", "fetch it again, or check what was pasted");
        String message = e.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
        return invalid(pointer(in), place(e) + (message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message), "");
    }

    /** Jackson says in words only which of the limits was hit. */
    private OperationFailedException constraint(JsonParser in, JsonProcessingException e) {
        String where = " of package " + source + " at " + (pointer(in).isEmpty() ? "the top" : pointer(in));
        String message = e.getOriginalMessage();
        if (message.contains("nesting depth")) return limit("the depth" + where, limits.depth() + " objects and arrays in each other");
        if (message.contains("String value length")) return limit("a text" + where, limits.textChars() + " characters");
        if (message.contains("Number value length")) return limit("a number" + where, MAX_NUMBER + " digits");
        if (message.contains("Name length")) return limit("the name of a member" + where, MAX_NAME + " characters");
        return invalid(pointer(in), message.lines().findFirst().orElse(""), "");
    }

    private static String pointer(JsonParser in) {
        return in.getParsingContext().pathAsPointer(false).toString();
    }

    private static String place(JsonParser in) {
        return "line " + in.currentLocation().getLineNr() + ", column " + in.currentLocation().getColumnNr() + ": ";
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ": ";
    }

    private OperationFailedException invalid(String pointer, String problem, String hint) {
        return JsonObject.invalid(source, pointer, problem, hint);
    }

    private static OperationFailedException limit(String what, String limit) {
        return new OperationFailedException(new Failure.LimitExceeded(what, limit, "no package needs that much: is this one?"));
    }
}
