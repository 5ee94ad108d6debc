package org.eunomia.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;

/** Makes certificates that sign themselves, with the JDK's tool. */
final class Certificates {
    private Certificates() { }

    /** Writes {@code NAME.crt} and {@code NAME.key} into {@code folder}. */
    static void make(Path folder, String name, String algorithm) throws Exception {
        Path store = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/keytool", "-genkeypair", "-alias", "it", "-keyalg", algorithm, "-dname", "CN=" + name,
                "-ext", "san=ip:127.0.0.1,dns:localhost", "-validity", "2", "-storetype", "PKCS12", "-storepass", "secret", "-keystore", store.toString()))
                .redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) throw new AssertionError(said);
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        Certificate certificate = keys.getCertificate("it");
        Key key = keys.getKey("it", "secret".toCharArray());
        Files.writeString(folder.resolve(name + ".crt"), pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label + "-----\n";
    }
}
