package org.eunomia.engine.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The kernel's files below {@code root}, which is {@code /} but in tests. */
record HostFiles(Path root) {
    Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(resolve(path)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Optional<Integer> number(String path) {
        return text(path).filter(t -> t.matches("-?[0-9]{1,9}")).map(Integer::valueOf);
    }

    boolean exists(String path) {
        return Files.exists(resolve(path));
    }

    /** What follows {@code name} and a colon in a file of such lines. */
    Optional<String> member(String path, String name) {
        return text(path).flatMap(t -> t.lines().filter(l -> l.startsWith(name + ":")).findFirst()).map(l -> l.substring(name.length() + 1).strip());
    }

    private Path resolve(String path) {
        return root.resolve(path.substring(1));
    }
}
