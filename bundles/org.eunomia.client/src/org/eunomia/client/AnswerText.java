package org.eunomia.client;

import java.nio.charset.StandardCharsets;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Json;

/** Records of the core in the form that daemons answer in, for scripts. */
public final class AnswerText {
    private AnswerText() { }

    /** One line of JSON, without its end. @param value a record, or a list or map of records */
    public static String json(Object value) {
        return new String(Json.write(Documents.toJson(value)), StandardCharsets.UTF_8);
    }
}
