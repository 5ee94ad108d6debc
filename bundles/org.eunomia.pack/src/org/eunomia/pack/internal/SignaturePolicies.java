package org.eunomia.pack.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackagePolicies;
import org.eunomia.pack.signature.KeyFiles;
import org.eunomia.pack.signature.SignaturePolicy;
import org.eunomia.pack.signature.VerifyingKey;
import org.osgi.service.component.annotations.Component;

/** For those who only say which keys count. */
@Component
public final class SignaturePolicies implements PackagePolicies {
    @Override
    public Policy signedByOneOf(List<Path> keyFiles) throws OperationFailedException {
        List<VerifyingKey> keys = new ArrayList<>();
        for (Path file : keyFiles) keys.addAll(KeyFiles.readPublic(file));
        return new SignaturePolicy(keys)::check;
    }
}
