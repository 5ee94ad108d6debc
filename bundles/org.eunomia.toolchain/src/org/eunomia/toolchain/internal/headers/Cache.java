package org.eunomia.toolchain.internal.headers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Files that can be made again. A file appears whole or not at all, and any number of processes may make the same one at once. */
public final class Cache {
    /** clang compares the time of a header with what it saw when it precompiled it; a header that is written twice must not look changed. */
    private static final FileTime TIME = FileTime.from(Instant.EPOCH.plusSeconds(1_000_000_000));

    private final Path folder;

    public Cache(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    @FunctionalInterface
    interface Maker {
        void write(Path target) throws IOException, OperationFailedException;
    }

    /** The file {@code name}, made when it is not there. */
    Path file(String name, Maker maker) throws OperationFailedException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) return file;
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(file.getParent(), ".", ".tmp");
            try {
                maker.write(unfinished);
                Files.setLastModifiedTime(unfinished, TIME);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return file;
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable("the cache of kernel headers", "cannot write " + file + ": " + e,
                    "let XDG_CACHE_HOME name a folder that can be written to"), e);
        }
    }

    /** A file with that content, made when it is not there; its name begins with {@code prefix}. */
    public Path text(String prefix, String suffix, String content) throws OperationFailedException {
        return file(prefix + digest(content) + suffix, target -> Files.writeString(target, content));
    }

    /** @param parts texts and byte arrays */
    static String digest(Object... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part instanceof byte[] bytes ? bytes : part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
