package org.eunomia.pack.signature;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageDigest;

/** Puts signatures into packages. */
public final class PackageSigner {
    private PackageSigner() { }

    /** The package with a signature by {@code key}, in place of one that the same key made before. Other signatures stay. */
    public static Package sign(Package p, SigningKey key) {
        VerifyingKey half = key.verifyingKey();
        List<Package.Signature> signatures = new ArrayList<>(p.signatures());
        signatures.removeIf(s -> s.keyId().equals(half.id()));
        signatures.add(new Package.Signature(half.algorithm().text(), half.id(), Base64.getEncoder().encodeToString(key.sign(PackageDigest.canonicalForm(p)))));
        return new Package(p.format(), p.name(), p.version(), p.description(), p.license(), p.object(), p.programs(), p.maps(), p.params(), p.requires(), signatures, p.extra());
    }
}
