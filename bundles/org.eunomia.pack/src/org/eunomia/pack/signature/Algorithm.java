package org.eunomia.pack.signature;

import java.util.Arrays;
import java.util.Optional;

/** How packages are signed. */
public enum Algorithm {
    /** RFC 8032 over the canonical form itself; 64 bytes. */
    ED25519("ed25519", "Ed25519"),
    /** FIPS 186-5 over the SHA-256 of the canonical form, which is the package's digest; the signature in DER (RFC 3279). */
    ECDSA_P256("ecdsa-p256-sha256", "SHA256withECDSA");

    private final String text;
    private final String jca;

    Algorithm(String text, String jca) {
        this.text = text;
        this.jca = jca;
    }

    /** As packages say it. */
    public String text() {
        return text;
    }

    /** The name that {@link java.security.Signature} knows it by. */
    String jca() {
        return jca;
    }

    public static Optional<Algorithm> of(String text) {
        return Arrays.stream(values()).filter(a -> a.text.equals(text)).findFirst();
    }
}
