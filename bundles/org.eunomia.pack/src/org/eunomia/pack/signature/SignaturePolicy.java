package org.eunomia.pack.signature;

import java.util.List;
import java.util.stream.Collectors;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;

/** Which packages may run: those that one of the keys has signed. One good signature is enough, whatever the others are. */
public record SignaturePolicy(List<VerifyingKey> keys) {
    /** @throws IllegalArgumentException when there is no key, with which nothing could ever run */
    public SignaturePolicy {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) throw new IllegalArgumentException("a policy without keys");
    }

    /** Throws {@link Failure.PolicyRefused}, or returns the signatures as they were checked. */
    public List<SignatureCheck> check(Package p) throws OperationFailedException {
        if (p.signatures().isEmpty()) throw refused(p, "it is not signed", "eunomia sign adds a signature; accepted: " + accepted());
        if (p.signatures().size() > SignatureCheck.MOST) throw refused(p, "it has more than " + SignatureCheck.MOST + " signatures", "keep those that count");
        List<SignatureCheck> checks = SignatureCheck.all(p, keys);
        if (has(checks, SignatureCheck.Verdict.GOOD)) return checks;
        if (has(checks, SignatureCheck.Verdict.BAD)) {
            throw refused(p, "the signature by key " + ids(checks, SignatureCheck.Verdict.BAD) + " does not fit: the package was changed after it was signed, or the signature is forged",
                    "get the package again from who signed it");
        }
        throw refused(p, "it is signed by unknown key " + ids(checks, SignatureCheck.Verdict.UNKNOWN_KEY), "accepted: " + accepted());
    }

    private static boolean has(List<SignatureCheck> checks, SignatureCheck.Verdict verdict) {
        return checks.stream().anyMatch(c -> c.verdict() == verdict);
    }

    private static String ids(List<SignatureCheck> checks, SignatureCheck.Verdict verdict) {
        return checks.stream().filter(c -> c.verdict() == verdict).map(c -> c.signature().keyId()).distinct().limit(4).collect(Collectors.joining(", "));
    }

    private String accepted() {
        return keys.stream().map(VerifyingKey::id).collect(Collectors.joining(", "));
    }

    private static OperationFailedException refused(Package p, String reason, String hint) {
        return new OperationFailedException(new Failure.PolicyRefused("package " + p.name(), reason, hint));
    }
}
