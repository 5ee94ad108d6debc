package org.eunomia.engine.internal.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

    /** Files.exists asks access(2), which knows nothing of the capabilities of a user who is not root. */
    boolean exists(String path) {
        try {
            Files.readAttributes(resolve(path), BasicFileAttributes.class);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What follows {@code name} and a colon in a file of such lines. */
    Optional<String> member(String path, String name) {
        return text(path).flatMap(t -> t.lines().filter(l -> l.startsWith(name + ":")).findFirst()).map(l -> l.substring(name.length() + 1).strip());
    }

    private Path resolve(String path) {
        return root.resolve(path.substring(1));
    }
}
