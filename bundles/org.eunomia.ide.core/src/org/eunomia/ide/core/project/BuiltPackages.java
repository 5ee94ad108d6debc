package org.eunomia.ide.core.project;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageReader;

/** Packages as they were built last, read again only when their file is another one. A source that does not compile any more keeps its last. */
final class BuiltPackages {
    private record Known(long stamp, Package pack) { }

    private static final Map<IFile, Known> KNOWN = new ConcurrentHashMap<>();

    private BuiltPackages() { }

    static void put(IFile source, IFile file, Package pack) {
        KNOWN.put(source, new Known(file.getModificationStamp(), pack));
    }

    static void forget(IFile source) {
        KNOWN.remove(source);
    }

    static Optional<Package> of(IFile source, IFile file) {
        Known known = KNOWN.get(source);
        long stamp = file.getModificationStamp();
        if (stamp == IResource.NULL_STAMP || known != null && known.stamp == stamp) return Optional.ofNullable(known).map(Known::pack);
        try (InputStream in = file.getContents(true)) {
            Package pack = PackageReader.read(file.getFullPath().toString(), in);
            KNOWN.put(source, new Known(stamp, pack));
            return Optional.of(pack);
        } catch (CoreException | IOException | OperationFailedException e) {
            // What is there is no package of ours; the build will replace it.
            return Optional.ofNullable(known).map(Known::pack);
        }
    }
}
