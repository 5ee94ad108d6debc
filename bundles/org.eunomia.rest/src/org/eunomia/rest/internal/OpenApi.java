package org.eunomia.rest.internal;

import static org.eunomia.rest.internal.Schemas.ordered;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Problem;

/** The API document, made of the routes that are served. */
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private OpenApi() { }

    /** OpenAPI 3.1 as JSON values. */
    static Map<String, Object> document(List<Route> routes) {
        Schemas schemas = new Schemas();
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (Route route : routes) paths.computeIfAbsent(route.path(), p -> new LinkedHashMap<>()).put(route.method().toLowerCase(Locale.ROOT), operation(route, schemas));
        Map<String, Object> all = new TreeMap<>(schemas.named());
        all.put("Problem", problem());
        return ordered("openapi", "3.1.0",
                "info", ordered("title", "Eunomia daemon", "version", "1", "description", "Starts, replaces, watches and stops BPF trackers. See docs/rest.md. Besides the answers given with each call, "
                        + "any may be answered with a problem of status 405, 408, 413, 414, 415, 429 (too many requests), 431, 500 or 503.",
                        "license", ordered("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers", List.of(ordered("url", "http://127.0.0.1:8527")),
                "security", List.of(ordered("token", List.of()), ordered("certificate", List.of())),
                "paths", paths,
                "components", ordered("schemas", all, "responses", shared(), "securitySchemes",
                        ordered("token", ordered("type", "http", "scheme", "bearer"), "certificate", ordered("type", "mutualTLS"))));
    }

    private static Map<String, Object> operation(Route route, Schemas schemas) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", route.id());
        operation.put("summary", route.summary());
        if (route.role().isEmpty()) operation.put("security", List.of());
        route.role().ifPresent(role -> operation.put("x-role", role.name().toLowerCase(Locale.ROOT)));
        List<Object> parameters = new ArrayList<>();
        for (Matcher m = VARIABLE.matcher(route.path()); m.find();) {
            parameters.add(ordered("name", m.group(1), "in", "path", "required", true, "schema", ordered("type", "string")));
        }
        new TreeMap<>(route.query()).forEach((name, description) -> parameters.add(ordered("name", name, "in", "query", "description", description, "schema", ordered("type", "string"))));
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        if (route.body() != null) operation.put("requestBody", ordered("required", true, "description", route.body().description(), "content", content(route.body(), schemas)));
        operation.put("responses", answers(route, schemas));
        return operation;
    }

    private static Map<String, Object> answers(Route route, Schemas schemas) {
        Map<String, Object> answers = new TreeMap<>();
        route.answers().forEach((status, body) -> {
            Map<String, Object> answer = ordered("description", body.description());
            if (!body.type().isEmpty()) answer.put("content", content(body, schemas));
            answers.put(status.toString(), answer);
        });
        if (route.answers().get(400) instanceof Body own) answers.put("400", ordered("description", own.description(), "content", both(own, schemas)));
        else answers.put("400", ordered("$ref", "#/components/responses/Invalid"));
        if (route.role().isPresent()) {
            answers.put("401", ordered("$ref", "#/components/responses/Unauthenticated"));
            answers.put("403", ordered("$ref", "#/components/responses/NotPermitted"));
        }
        return answers;
    }

    /** What the old calls refuse in their own shape is refused as a problem where it is no matter of theirs. */
    private static Map<String, Object> both(Body own, Schemas schemas) {
        Map<String, Object> content = content(own, schemas);
        content.putAll(content(new Body(Problem.MEDIA_TYPE, Map.class, ""), schemas));
        return content;
    }

    private static Map<String, Object> content(Body body, Schemas schemas) {
        boolean problem = body.type().equals(Problem.MEDIA_TYPE);
        Object schema = problem ? ordered("$ref", "#/components/schemas/Problem") : body.schema() == Object.class ? Map.of() : schemas.of(body.schema());
        return ordered(body.type(), ordered("schema", schema));
    }

    private static Map<String, Object> shared() {
        Map<String, Object> content = ordered(Problem.MEDIA_TYPE, ordered("schema", ordered("$ref", "#/components/schemas/Problem")));
        return ordered("Invalid", ordered("description", "The request is invalid", "content", content),
                "Unauthenticated", ordered("description", "No credential, or a wrong one", "content", content),
                "NotPermitted", ordered("description", "The caller's role does not cover it, or Host or Origin is not one of the daemon's", "content", content));
    }

    private static Map<String, Object> problem() {
        List<Object> types = new ArrayList<>();
        for (Class<?> failure : Failure.class.getPermittedSubclasses()) types.add(Problem.type(failure.asSubclass(Failure.class)));
        types.sort(Comparator.comparing(String::valueOf));
        Map<String, Object> text = ordered("type", "string");
        return ordered("type", "object", "description", "RFC 9457; the facts of the failure are further members", "required", List.of("type", "title", "status", "detail"),
                "properties", ordered("type", ordered("type", "string", "enum", types), "title", text, "status", ordered("type", "integer"), "detail", text, "hint", text));
    }
}
