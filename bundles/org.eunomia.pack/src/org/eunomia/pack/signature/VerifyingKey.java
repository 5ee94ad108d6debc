package org.eunomia.pack.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** The public half of a key. Equal when it is the same key. */
public final class VerifyingKey {
    private static final int ID_DIGITS = 16;

    private final Algorithm algorithm;
    private final PublicKey key;
    private final String id;

    VerifyingKey(Algorithm algorithm, PublicKey key) {
        this.algorithm = algorithm;
        this.key = key;
        this.id = id(key.getEncoded());
    }

    /** @param spki SubjectPublicKeyInfo (RFC 5280); empty when it is not a key of one of our algorithms */
    static Optional<VerifyingKey> of(byte[] spki) {
        try {
            PublicKey ed = KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(spki));
            boolean is25519 = ((EdECPublicKey) ed).getParams().getName().equals("Ed25519");
            return is25519 ? Optional.of(new VerifyingKey(Algorithm.ED25519, ed)) : Optional.empty();
        } catch (InvalidKeySpecException e) {
            // of another kind
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try {
            ECPublicKey ec = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
            return P256.has(ec.getParams()) ? Optional.of(new VerifyingKey(Algorithm.ECDSA_P256, ec)) : Optional.empty();
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Algorithm algorithm() {
        return algorithm;
    }

    /** The first 16 hexadecimal digits of the SHA-256 of its SubjectPublicKeyInfo: finds the key, proves nothing. */
    public String id() {
        return id;
    }

    /** As a PEM block {@code PUBLIC KEY}. */
    public String pem() {
        return Pem.block("PUBLIC KEY", key.getEncoded());
    }

    boolean accepts(byte[] signature, byte[] message) {
        try {
            Signature verifier = Signature.getInstance(algorithm.jca());
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // a signature whose form is wrong
            return false;
        }
    }

    private static String id(byte[] spki) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spki)).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey k && key.equals(k.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return algorithm.text() + " key " + id;
    }
}
