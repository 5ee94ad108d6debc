package org.eunomia.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;

/**
 * Body of a start, of an update and of a verification.
 *
 * @param pack       named {@code package} in the document: a package document, as JSON or as a string that holds it
 * @param carryMaps  only of an update
 */
public record StartRequest(Object pack, String name, Map<String, String> params, Map<String, Integer> mapEntries, Map<String, String> labels, Duration timeToLive,
        StartOptions.Budget budget, boolean persistent, boolean carryMaps) {

    public StartOptions options() {
        return new StartOptions(labels, timeToLive, budget, persistent);
    }

    /** @param document of the package of {@code spec}, which is put in as it is */
    public static byte[] write(StartSpec spec, boolean carryMaps, byte[] document) {
        StartOptions o = spec.options();
        byte[] rest = Json.write(Documents.toJson(new StartRequest(null, spec.name(), spec.params(), spec.mapEntries(), o.labels(), o.timeToLive(), o.budget(), o.persistent(), carryMaps)));
        ByteArrayOutputStream out = new ByteArrayOutputStream(rest.length + document.length + 16);
        out.writeBytes("{\"package\":".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(document);
        out.write(',');
        out.write(rest, 1, rest.length - 1);
        return out.toByteArray();
    }
}
