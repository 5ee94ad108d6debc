package org.eunomia.ide.core.targets;

/**
 * What a daemon is shown and what it has to show. Lies in secure storage only; {@link #toString} tells nothing of it.
 *
 * @param token       empty for none
 * @param authorities certificates in PEM that the daemon's may be signed by, or the daemon's own; empty for those of the Java runtime
 * @param certificate to show as a client, in PEM with those that signed it; empty for none
 * @param key         of that certificate, PKCS #8 in PEM, not encrypted
 */
public record TargetSecrets(String token, String authorities, String certificate, String key) {
    public static final TargetSecrets NONE = new TargetSecrets("", "", "", "");

    @Override
    public String toString() {
        return "secrets of a target";
    }
}
