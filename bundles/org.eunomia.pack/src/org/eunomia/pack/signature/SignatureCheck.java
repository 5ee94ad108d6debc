package org.eunomia.pack.signature;

import java.util.Base64;
import java.util.List;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageDigest;

/** What one signature of a package is worth, seen with some keys. */
public record SignatureCheck(Package.Signature signature, Verdict verdict) {
    /** More signatures than this are not looked at, so that a package cannot keep a host busy. */
    static final int MOST = 64;

    public enum Verdict {
        /** One of the keys made it over this very package. */
        GOOD,
        /** It names one of the keys, but that key did not make it over this package. */
        BAD,
        /** None of the keys is meant. */
        UNKNOWN_KEY
    }

    /** One answer for each of the first 64 signatures, in their order. */
    public static List<SignatureCheck> all(Package p, List<VerifyingKey> keys) {
        byte[] message = PackageDigest.canonicalForm(p);
        return p.signatures().stream().limit(MOST).map(s -> new SignatureCheck(s, verdict(s, keys, message))).toList();
    }

    private static Verdict verdict(Package.Signature s, List<VerifyingKey> keys, byte[] message) {
        List<VerifyingKey> meant = keys.stream().filter(k -> k.id().equals(s.keyId())).toList();
        if (meant.isEmpty()) return Verdict.UNKNOWN_KEY;
        byte[] value = bytes(s.value());
        return meant.stream().anyMatch(k -> k.algorithm().text().equals(s.algorithm()) && k.accepts(value, message)) ? Verdict.GOOD : Verdict.BAD;
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
