package org.eunomia.ide.core.language;

import java.util.List;
import java.util.Optional;

/**
 * A kind of map.
 *
 * @param name       in capitals, without {@code BPF_MAP_TYPE_}
 * @param since      first kernel
 * @param attributes what a definition of it has beside its type
 */
public record MapType(String name, String since, String description, List<String> attributes) {
    private static final List<MapType> ALL = Tables.read("maps.txt").stream()
            .map(row -> new MapType(row.get(0), row.get(1), row.get(2), row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split(" ")))).toList();

    public MapType {
        attributes = List.copyOf(attributes);
    }

    public static List<MapType> all() {
        return ALL;
    }

    /** @param name in any case, with the prefix or without */
    public static Optional<MapType> find(String name) {
        String plain = name.toUpperCase().replaceFirst("^BPF_MAP_TYPE_", "");
        return ALL.stream().filter(t -> t.name().equals(plain)).findFirst();
    }

    public String constant() {
        return "BPF_MAP_TYPE_" + name;
    }
}
