package org.eunomia.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final String CERTIFICATES_HINT = "a file in PEM with one or more certificates is wanted";

    private Pem() { }

    /** {@code key} with its certificates. */
    public static KeyStore identity(Path certificates, Path key) throws OperationFailedException {
        return identity(certificates.toString(), read(certificates), key.toString(), read(key));
    }

    /** The same out of texts, which failures call {@code certificatesSource} and {@code keySource}. */
    public static KeyStore identity(String certificatesSource, String certificates, String keySource, String key) throws OperationFailedException {
        Collection<? extends Certificate> chain = certificates(certificatesSource, certificates);
        try {
            KeyStore store = empty();
            store.setKeyEntry("server", key(keySource, key), new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(keySource, String.valueOf(e.getMessage()), "", e);
        }
    }

    public static KeyStore authorities(Path certificates) throws OperationFailedException {
        return authorities(certificates.toString(), read(certificates));
    }

    /** The same out of a text, which failures call {@code source}. */
    public static KeyStore authorities(String source, String certificates) throws OperationFailedException {
        try {
            KeyStore store = empty();
            int n = 0;
            for (Certificate c : certificates(source, certificates)) store.setCertificateEntry("authority" + n++, c);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(source, String.valueOf(e.getMessage()), "", e);
        }
    }

    private static String read(Path file) throws OperationFailedException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw unusable(file.toString(), String.valueOf(e.getMessage()), CERTIFICATES_HINT, e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(String source, String text) throws OperationFailedException {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
            if (found.isEmpty()) throw unusable(source, "there is no certificate in it", "", null);
            return found;
        } catch (GeneralSecurityException e) {
            throw unusable(source, String.valueOf(e.getMessage()), CERTIFICATES_HINT, e);
        }
    }

    private static PrivateKey key(String source, String text) throws OperationFailedException, GeneralSecurityException {
        Matcher pem = KEY.matcher(text);
        if (!pem.find()) throw unusable(source, "there is no unencrypted PKCS #8 key in it", "openssl pkcs8 -topk8 -nodes -in OLD.pem -out KEY.pem makes one", null);
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // of another kind
            }
        }
        throw unusable(source, "its key is neither EC, RSA nor EdDSA", "", null);
    }

    private static OperationFailedException unusable(String source, String reason, String hint, Exception cause) {
        return new OperationFailedException(new Failure.Unavailable(source, reason, hint), cause);
    }
}
