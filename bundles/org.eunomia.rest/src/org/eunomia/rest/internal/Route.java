package org.eunomia.rest.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Role;

/**
 * One method of one path, with what the API document says of it.
 *
 * @param path    with variable parts in braces
 * @param role    needed, empty for what anybody may see
 * @param query   names of query parameters with their description
 * @param body    of the request, null for none
 * @param answers by status; those that every route has are not among them
 */
record Route(String method, String path, Optional<Role> role, String id, String summary, Map<String, String> query, Body body, Map<Integer, Body> answers, Handler handler) {
    /** @param type media type; @param schema the record that it is a document of, {@code Object.class} for any JSON, {@code String.class} for text */
    record Body(String type, Class<?> schema, String description) {
        static Body json(Class<?> schema, String description) {
            return new Body("application/json", schema, description);
        }

        static Body none(String description) {
            return new Body("", Void.class, description);
        }
    }

    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws OperationFailedException, HttpFailureException, IOException, InterruptedException;
    }

    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
