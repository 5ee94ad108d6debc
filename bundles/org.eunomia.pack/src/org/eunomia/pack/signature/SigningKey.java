package org.eunomia.pack.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/** A private key with its public half. */
public final class SigningKey {
    private static final byte[] PROBE = "eunomia".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    public static SigningKey generate(Algorithm algorithm) {
        try {
            KeyPair pair = switch (algorithm) {
                case ED25519 -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                case ECDSA_P256 -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                    yield generator.generateKeyPair();
                }
            };
            return new SigningKey(pair.getPrivate(), new VerifyingKey(algorithm, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when it is not a key of one of our algorithms. */
    static Optional<SigningKey> of(byte[] pkcs8) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        if (privateKey("EdDSA", spec) instanceof EdECPrivateKey ed && ed.getParams().getName().equals("Ed25519")) {
            return matching(Algorithm.ED25519, ed, List.of(publicHalf(ed)));
        }
        if (privateKey("EC", spec) instanceof ECPrivateKey ec && P256.has(ec.getParams())) return matching(Algorithm.ECDSA_P256, ec, P256.publicHalves(ec));
        return Optional.empty();
    }

    private static PrivateKey privateKey(String kind, PKCS8EncodedKeySpec spec) throws NoSuchAlgorithmException {
        try {
            return KeyFactory.getInstance(kind).generatePrivate(spec);
        } catch (InvalidKeySpecException e) {
            return null;
        }
    }

    /** The JDK derives the public half only while it generates a key, out of what is random then. */
    private static PublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, bytes.length);
            }
        });
        return generator.generateKeyPair().getPublic();
    }

    private static Optional<SigningKey> matching(Algorithm algorithm, PrivateKey secret, List<PublicKey> candidates) {
        return candidates.stream().map(k -> new SigningKey(secret, new VerifyingKey(algorithm, k))).filter(k -> k.verifying.accepts(k.sign(PROBE), PROBE)).findFirst();
    }

    public VerifyingKey verifyingKey() {
        return verifying;
    }

    /** As a PEM block {@code PRIVATE KEY}: PKCS #8 (RFC 5208), not encrypted. */
    public String pem() {
        return Pem.block("PRIVATE KEY", secret.getEncoded());
    }

    byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance(verifying.algorithm().jca());
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
