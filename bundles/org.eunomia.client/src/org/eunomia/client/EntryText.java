package org.eunomia.client;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.Escapes;
import org.eunomia.wire.EntryForm;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;

/** Entries of one map as people and scripts read and write them, in the form of the daemon. */
public final class EntryText {
    private final EntryForm form;

    public EntryText(MapSpec map) {
        form = new EntryForm(map);
    }

    /** JSON, or plain text where that is none. */
    public byte[] key(String text) throws OperationFailedException {
        return form.keyOf(text, false);
    }

    /** JSON. */
    public byte[] value(String text) throws OperationFailedException {
        try {
            return form.valueOf(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJsonException e) {
            throw new OperationFailedException(new Failure.RequestInvalid("value", "no JSON: " + e.getMessage(), "text stands in quotes"), e);
        }
    }

    /** @param json whether as one object, else as key and value with a space between */
    public String line(MapEntry entry, boolean json) {
        Object key = form.key(entry.key());
        Object value = form.value(entry.value());
        if (!json) return text(key) + "  " + text(value);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("key", key);
        object.put("value", value);
        return text(object);
    }

    private static String text(Object value) {
        return Escapes.text(new String(Json.write(value), StandardCharsets.UTF_8));
    }
}
