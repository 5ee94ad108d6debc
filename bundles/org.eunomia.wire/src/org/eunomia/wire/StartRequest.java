package org.eunomia.wire;

import java.time.Duration;
import java.util.Map;
import org.eunomia.core.StartOptions;

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
}
