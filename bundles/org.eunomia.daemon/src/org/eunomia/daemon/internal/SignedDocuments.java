package org.eunomia.daemon.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.signature.KeyFiles;
import org.eunomia.pack.signature.SignaturePolicy;
import org.eunomia.pack.signature.VerifyingKey;

/** Reads only packages that one of the keys has signed, so that no other gets any further. */
final class SignedDocuments implements PackageDocuments {
    private final PackageDocuments documents;
    private final SignaturePolicy policy;

    private SignedDocuments(PackageDocuments documents, SignaturePolicy policy) {
        this.documents = documents;
        this.policy = policy;
    }

    /** @param keyFiles none to read all packages */
    static PackageDocuments of(PackageDocuments documents, List<Path> keyFiles) throws OperationFailedException {
        List<VerifyingKey> keys = new ArrayList<>();
        for (Path file : keyFiles) keys.addAll(KeyFiles.readPublic(file));
        return keyFiles.isEmpty() ? documents : new SignedDocuments(documents, new SignaturePolicy(keys));
    }

    @Override
    public Package read(String source, byte[] document) throws OperationFailedException {
        Package pack = documents.read(source, document);
        policy.check(pack);
        return pack;
    }

    @Override
    public byte[] write(Package pack) {
        return documents.write(pack);
    }

    @Override
    public String digest(Package pack) {
        return documents.digest(pack);
    }
}
