package org.eunomia.pack.internal;

import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageDigest;
import org.eunomia.pack.PackageReader;
import org.eunomia.pack.PackageWriter;
import org.osgi.service.component.annotations.Component;

/** For those who send and take packages without knowing their form. */
@Component
public final class JsonPackageDocuments implements PackageDocuments {
    @Override
    public Package read(String source, byte[] document) throws OperationFailedException {
        return PackageReader.read(source, document);
    }

    @Override
    public byte[] write(Package pack) {
        return PackageWriter.write(pack);
    }

    @Override
    public String digest(Package pack) {
        return PackageDigest.of(pack);
    }
}
