package org.eunomia.rest;

import java.util.List;
import java.util.Set;

/**
 * How to serve.
 *
 * @param hosts   names besides the addresses listened on that a request's {@code Host} may have
 * @param origins of web pages that may call, as browsers write them: {@code https://console.example}
 * @param version of the product, for {@code /v1/info}
 */
public record RestConfig(List<Endpoint> endpoints, Limits limits, Set<String> hosts, Set<String> origins, String version) {
    public RestConfig {
        endpoints = List.copyOf(endpoints);
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
    }

    public static RestConfig of(Endpoint endpoint) {
        return new RestConfig(List.of(endpoint), Limits.DEFAULT, Set.of(), Set.of(), "");
    }
}
