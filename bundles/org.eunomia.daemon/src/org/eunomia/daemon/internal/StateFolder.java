package org.eunomia.daemon.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Numbered documents that are there whole or not at all, whatever happens while they are written: each is written beside its place, brought to the disk, and then
 * moved there.
 */
final class StateFolder {
    private static final String SUFFIX = ".json";
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, for its owner alone, and removes what an earlier process left half-written. */
    static StateFolder open(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path half : files.filter(f -> f.toString().endsWith(".new")).toList()) {
                try {
                    Files.delete(half);
                } catch (IOException e) {
                    // Whoever writes under that number next removes it, or fails and says so.
                }
            }
        }
        return new StateFolder(folder);
    }

    private Path file(long number) {
        return folder.resolve(String.format("%012d%s", number, SUFFIX));
    }

    void write(long number, byte[] document) throws IOException {
        Path beside = folder.resolve(number + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel out = FileChannel.open(beside, NEW, OWNER_ONLY)) {
            for (ByteBuffer rest = ByteBuffer.wrap(document); rest.hasRemaining();) out.write(rest);
            out.force(true);
        }
        Files.move(beside, file(number), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    void delete(long number) throws IOException {
        if (Files.deleteIfExists(file(number))) sync();
    }

    /** A document that cannot be used is kept, but not found again. */
    void setAside(long number) throws IOException {
        Files.move(file(number), folder.resolve(file(number).getFileName() + ".bad"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    /** A name in a folder is on the disk when the folder is. */
    private void sync() throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    /** In ascending order. */
    List<Long> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.matches("[0-9]{12}\\.json")).map(n -> Long.parseLong(n.substring(0, 12))).sorted().toList();
        }
    }

    byte[] read(long number) throws IOException {
        return Files.readAllBytes(file(number));
    }
}
