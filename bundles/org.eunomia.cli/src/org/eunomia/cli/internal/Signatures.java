package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.signature.KeyFiles;
import org.eunomia.pack.signature.SignaturePolicy;
import org.eunomia.pack.signature.VerifyingKey;

/** Keys that the user names. */
final class Signatures {
    private Signatures() { }

    /** @param keyFiles none when there is no policy */
    static void require(List<String> keyFiles, Package pack, Session session) throws OperationFailedException {
        if (!keyFiles.isEmpty()) new SignaturePolicy(keys(keyFiles, session)).check(pack);
    }

    static List<VerifyingKey> keys(List<String> keyFiles, Session session) throws OperationFailedException {
        List<VerifyingKey> keys = new ArrayList<>();
        for (String file : keyFiles) keys.addAll(KeyFiles.readPublic(session.folder().resolve(file)));
        return keys;
    }
}
