package org.eunomia.rest.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.spec.Package;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Durations;
import org.eunomia.wire.InvalidDocumentException;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;
import org.eunomia.wire.StartRequest;

/** Reads bodies that hold a package: a request with options around it, or a package alone, with the options in the query. */
final class Starts {
    /** Query parameters that stand for members of {@link StartRequest}. */
    static final Map<String, String> QUERY = query();

    private final PackageDocuments documents;

    Starts(PackageDocuments documents) {
        this.documents = documents;
    }

    /** What a body asks for. @param digest of the package, for the audit log */
    record Start(StartSpec spec, boolean carryMaps, Supplier<String> digest) { }

    private static Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("name", "the tracker's name, the package's if left out");
        query.put("param.*", "value of the param whose name follows the point");
        query.put("label.*", "a label");
        query.put("timeToLive", "stop after it: 10s, 5m, 2h, 1d or ISO 8601");
        query.put("persistent", "bring the tracker back when the daemon starts again");
        return query;
    }

    Start read(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        byte[] body = x.body();
        if (isJson(body) && isRequest(body) && Exchange.json(body) instanceof Map<?, ?> members) return request(members);
        Package pack = documents.read("in the request", body);
        StartOptions options = new StartOptions(x.queries("label."), duration(x), StartOptions.Budget.UNLIMITED, x.flag("persistent"));
        return new Start(new StartSpec(pack, x.query("name").orElse(""), x.queries("param."), Map.of(), options), x.flag("carryMaps"), () -> documents.digest(pack));
    }

    /** A bare object is no JSON, and is for the reader of packages; neither is a source in C. */
    static boolean isJson(byte[] body) {
        int at = 0;
        while (at < body.length && Character.isWhitespace(body[at])) at++;
        return at < body.length && body[at] == '{';
    }

    private static boolean isRequest(byte[] json) throws OperationFailedException {
        try {
            return Json.hasMember(json, "package");
        } catch (MalformedJsonException e) {
            throw Exchange.noJson(e);
        }
    }

    private static Duration duration(Exchange x) throws OperationFailedException {
        try {
            return Durations.parse(x.query("timeToLive").orElse("0s"));
        } catch (IllegalArgumentException e) {
            throw Exchange.invalid("timeToLive", e.getMessage());
        }
    }

    private Start request(Map<?, ?> members) throws OperationFailedException {
        StartRequest request = document(StartRequest.class, withTextParams(members));
        Package pack = documents.read("in the request", request.pack() instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(request.pack()));
        return new Start(new StartSpec(pack, request.name(), request.params(), request.mapEntries(), request.options()), request.carryMaps(), () -> documents.digest(pack));
    }

    /** People write {@code {"pid":1}}; a param's value is text in any case. */
    private static Map<?, ?> withTextParams(Map<?, ?> members) {
        if (!(members.get("params") instanceof Map<?, ?> params)) return members;
        Map<Object, Object> text = new LinkedHashMap<>();
        params.forEach((name, value) -> text.put(name, value instanceof Number || value instanceof Boolean ? value.toString() : value));
        Map<Object, Object> all = new LinkedHashMap<>(members);
        all.put("params", text);
        return all;
    }

    static <T> T document(Class<T> type, Object json) throws OperationFailedException {
        try {
            return Documents.fromJson(type, json, Documents.Unknown.REFUSED);
        } catch (InvalidDocumentException e) {
            throw Exchange.invalid(e.pointer(), e.getMessage());
        }
    }
}
