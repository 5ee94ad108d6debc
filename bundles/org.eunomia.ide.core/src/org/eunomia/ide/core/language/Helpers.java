package org.eunomia.ide.core.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All helper functions: prototypes and descriptions from libbpf's header where it is found, kernels and program types from a table of ours. */
public final class Helpers {
    private static final Path HEADER = Path.of("bpf", "bpf_helper_defs.h");
    private static final Path SYSTEM = Path.of("/usr/include");

    private final Map<String, Helper> helpers;

    private Helpers(Map<String, Helper> helpers) {
        this.helpers = Collections.unmodifiableMap(helpers);
    }

    /** @param includes folders that are searched for the header before the system's */
    public static Helpers load(List<Path> includes) {
        List<Path> folders = new ArrayList<>(includes);
        folders.add(SYSTEM);
        for (Path folder : folders) {
            try {
                return of(Files.readString(folder.resolve(HEADER)));
            } catch (IOException e) {
                // The next folder may have it; without any, names, kernels and program types are still worth showing.
            }
        }
        return of("");
    }

    static Helpers of(String header) {
        Map<String, HelperHeader.Entry> declared = HelperHeader.read(header);
        Map<String, Helper> helpers = new TreeMap<>();
        for (List<String> row : Tables.read("helpers.txt")) {
            HelperHeader.Entry entry = declared.getOrDefault(row.get(0), new HelperHeader.Entry("", ""));
            helpers.put(row.get(0), new Helper(row.get(0), entry.prototype(), entry.description(), row.get(1), ProgramTypes.read(row.get(2)), ProgramTypes.read(row.get(3))));
        }
        declared.forEach((name, entry) -> helpers.putIfAbsent(name, new Helper(name, entry.prototype(), entry.description(), "", List.of(), List.of())));
        return new Helpers(helpers);
    }

    /** In the order of their names. */
    public Collection<Helper> all() {
        return helpers.values();
    }

    public Optional<Helper> find(String name) {
        return Optional.ofNullable(helpers.get(name));
    }
}
