package org.eunomia.ide.core.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageReader;

/**
 * What an import would copy.
 *
 * @param kind    what was found
 * @param name    proposed for the project; one that {@link org.eunomia.toolchain.scaffold.NewTrackerRules} likes
 * @param main    of {@code files} the one to open first
 * @param notices what the user should know, a sentence each
 */
public record TrackerImport(Kind kind, String name, List<ImportedFile> files, ImportedFile main, List<String> notices) {
    static final String SOURCE = ".bpf.c";
    private static final long MOST_PACKAGE_BYTES = 64 << 20;

    /** Of an import. */
    public enum Kind { SOURCE, FOLDER, PACKAGE }

    public TrackerImport {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }

    /** Reads files; takes some tenths of a second for a large folder. */
    public static TrackerImport of(Path from) throws OperationFailedException {
        if (!from.isAbsolute() || !Files.exists(from)) throw new OperationFailedException(new Failure.NotFound("file or folder", from.toString(), List.of()));
        try {
            if (Files.isDirectory(from)) return new SourceTree(from).all();
            if (from.getFileName().toString().endsWith(SOURCE)) return new SourceTree(from.getParent()).one(from);
            return pack(from);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(from.toString(), "it cannot be read: " + e.getMessage(), ""), e);
        }
    }

    private static TrackerImport pack(Path file) throws IOException, OperationFailedException {
        if (Files.size(file) > MOST_PACKAGE_BYTES) throw new OperationFailedException(new Failure.LimitExceeded(file.toString(), "64 MB for a package", ""));
        Package pack = PackageReader.read(file.getFileName().toString(), Files.readAllBytes(file));
        String name = legal(pack.name().isEmpty() ? file.getFileName().toString().replaceFirst("\\.json$", "") : pack.name());
        ImportedFile only = new ImportedFile(file, name + ".json");
        return new TrackerImport(Kind.PACKAGE, name, List.of(only), only, List.of());
    }

    /** {@code name} as trackers may be called. */
    static String legal(String name) {
        String letters = name.replaceAll("[^A-Za-z0-9_-]", "_");
        String begun = letters.matches("[A-Za-z_].*") ? letters : "_" + letters;
        return begun.substring(0, Math.min(begun.length(), 64));
    }
}
