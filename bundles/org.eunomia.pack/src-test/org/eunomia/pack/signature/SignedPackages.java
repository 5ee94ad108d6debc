package org.eunomia.pack.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageReader;
import org.eunomia.pack.PackageWriter;

/** Something to sign. */
final class SignedPackages {
    private SignedPackages() { }

    static Package sample() {
        for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
            Path file = dir.resolve("tests/data/seed-update.json");
            if (!Files.exists(file)) continue;
            try {
                return PackageReader.read("sample", Files.readAllBytes(file));
            } catch (IOException | OperationFailedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no tests/data above " + Path.of("").toAbsolutePath());
    }

    static Package with(Package p, String description, List<Package.Signature> signatures) {
        return new Package(p.format(), p.name(), p.version(), description, p.license(), p.object(), p.programs(), p.maps(), p.params(), p.requires(), signatures, p.extra());
    }

    /** As it arrives elsewhere. */
    static Package sent(Package p) throws OperationFailedException {
        return PackageReader.read("sent", PackageWriter.write(p));
    }
}
