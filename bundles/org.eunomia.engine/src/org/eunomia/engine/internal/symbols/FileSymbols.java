package org.eunomia.engine.internal.symbols;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Symbols of files, kept by what the files are, since many processes run the same ones. */
final class FileSymbols {
    private static final int MOST_FILES = 64;
    private final Map<Identity, ElfSymbols> known = new RecentlyUsed<>(MOST_FILES);

    private record Identity(Object device, Number inode, Object size, Object changed) {
        /** Empty when there is no such file. */
        static Optional<Identity> of(Path file) {
            try {
                Map<String, Object> facts = Files.readAttributes(file, "unix:dev,ino,size,ctime");
                return Optional.of(new Identity(facts.get("dev"), (Number) facts.get("ino"), facts.get("size"), facts.get("ctime")));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    /** {@link ElfSymbols#NONE} when the file cannot be found any more. */
    ElfSymbols of(Process process, Mapping mapping) {
        Path own = process.file(mapping);
        Path mapped = process.mappedFile(mapping);
        return same(own, mapping).or(() -> same(Path.of(mapping.module()), mapping)).or(() -> any(mapped))
                .or(() -> mapping.isDeleted() ? Optional.empty() : any(own)) // on overlayfs the kernel tells another inode than stat(2)
                .orElse(ElfSymbols.NONE);
    }

    private Optional<ElfSymbols> same(Path file, Mapping mapping) {
        return Identity.of(file).filter(i -> i.inode.longValue() == mapping.inode()).map(i -> read(file, i));
    }

    private Optional<ElfSymbols> any(Path file) {
        return Identity.of(file).map(i -> read(file, i));
    }

    private ElfSymbols read(Path file, Identity identity) {
        return known.computeIfAbsent(identity, i -> ElfSymbols.of(file));
    }
}
