package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageWriter;

/** Where commands leave packages. */
final class PackageFile {
    private PackageFile() { }

    /**
     * @param target a file, or {@code -} for standard output
     * @return how many bytes it has
     */
    static long write(Package pack, String target, Session session) throws OperationFailedException, IOException {
        byte[] document = PackageWriter.write(pack);
        if (target.equals("-")) {
            session.out().write(document);
            session.out().flush();
        } else {
            write(session.folder().resolve(target), document);
        }
        return document.length;
    }

    /** Whoever reads the file meanwhile sees the old one or the new one, never half of it. */
    private static void write(Path target, byte[] document) throws OperationFailedException {
        Path folder = target.toAbsolutePath().getParent();
        try {
            Path part = Files.createTempFile(folder, ".eunomia", ".json");
            try {
                Files.write(part, document);
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "the folder does not exist" : String.valueOf(e.getMessage());
            throw new OperationFailedException(new Failure.Unavailable("cannot write " + target, reason, ""), e);
        }
    }
}
