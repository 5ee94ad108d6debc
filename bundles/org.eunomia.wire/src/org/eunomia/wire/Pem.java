package org.eunomia.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Reads certificates and keys out of PEM files (RFC 7468) into key stores, which are protected by the empty password. */
public final class Pem {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() { }

    /** {@code key} with its certificates. */
    public static KeyStore identity(Path certificates, Path key) throws OperationFailedException {
        Collection<? extends Certificate> chain = certificates(certificates);
        try {
            KeyStore store = empty();
            store.setKeyEntry("server", key(key), new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(key, String.valueOf(e.getMessage()), "", e);
        }
    }

    public static KeyStore authorities(Path certificates) throws OperationFailedException {
        try {
            KeyStore store = empty();
            int n = 0;
            for (Certificate c : certificates(certificates)) store.setCertificateEntry("authority" + n++, c);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(certificates, String.valueOf(e.getMessage()), "", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws OperationFailedException {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (found.isEmpty()) throw unusable(file, "there is no certificate in it", "", null);
            return found;
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(file, String.valueOf(e.getMessage()), "a file in PEM with one or more certificates is wanted", e);
        }
    }

    private static PrivateKey key(Path file) throws OperationFailedException, IOException, GeneralSecurityException {
        Matcher pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) throw unusable(file, "there is no unencrypted PKCS #8 key in it", "openssl pkcs8 -topk8 -nodes -in OLD.pem -out KEY.pem makes one", null);
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw unusable(file, "its key is neither EC, RSA nor EdDSA", "", null);
    }

    private static OperationFailedException unusable(Path file, String reason, String hint, Exception cause) {
        return new OperationFailedException(new Failure.Unavailable(file.toString(), reason, hint), cause);
    }
}
