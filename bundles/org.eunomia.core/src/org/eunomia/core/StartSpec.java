package org.eunomia.core;

import java.util.Map;
import org.eunomia.core.spec.Package;

/**
 * What is to be started.
 *
 * @param name       the tracker's name, empty for the package's
 * @param params     values by param name ({@code ParamSpec.name()}), as text in the form that the command line takes; others keep their default
 * @param mapEntries {@code max_entries} by map name, for maps whose size differs from what the program says
 */
public record StartSpec(Package pack, String name, Map<String, String> params, Map<String, Integer> mapEntries, StartOptions options) {
    public StartSpec {
        params = Map.copyOf(params);
        mapEntries = Map.copyOf(mapEntries);
    }

    public StartSpec(Package pack, String name, Map<String, String> params, Map<String, Integer> mapEntries) {
        this(pack, name, params, mapEntries, StartOptions.NONE);
    }

    public static StartSpec of(Package pack) {
        return new StartSpec(pack, "", Map.of(), Map.of());
    }
}
