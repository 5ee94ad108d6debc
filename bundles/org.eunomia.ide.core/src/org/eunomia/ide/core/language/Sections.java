package org.eunomia.ide.core.language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All sections that libbpf knows. */
public final class Sections {
    private static final List<Section> ALL = Tables.read("sections.txt").stream().map(Sections::section).toList();

    private Sections() { }

    private static Section section(List<String> row) {
        boolean optional = row.get(0).endsWith("/?");
        String name = optional ? row.get(0).substring(0, row.get(0).length() - 1) : row.get(0);
        String type = row.get(1).equals("-") ? "" : row.get(1);
        return new Section(name, name.endsWith("/") && !optional, type, row.get(2), row.get(3), row.get(4), row.get(5));
    }

    /** Those that are used most come first. */
    public static List<Section> all() {
        return ALL;
    }

    /** The section that {@code name} stands for, with its hook or without. A leading {@code ?}, which keeps a program from being loaded, does not count. */
    public static Optional<Section> find(String name) {
        String plain = name.startsWith("?") ? name.substring(1) : name;
        return ALL.stream().filter(s -> plain.equals(s.kind()) || s.takesHook() && plain.startsWith(s.name())).max(Comparator.comparing(s -> s.name().length()));
    }
}
