package org.eunomia.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A daemon, and what to show it.
 *
 * @param address     {@code http://…}, {@code https://…}, or {@code unix:/path}
 * @param token       empty where the socket says enough
 * @param authorities PEM file with the certificates that the daemon's may be signed by, in place of the JDK's
 * @param identity    to show as a client certificate
 * @param texts       in place of files
 */
public record RemoteTarget(URI address, Optional<String> token, Optional<Path> authorities, Optional<Identity> identity, Texts texts) {
    /** PEM files; the key as PKCS #8, not encrypted. */
    public record Identity(Path certificate, Path key) { }

    /** For programs that keep no files: PEM itself, empty for none. */
    public record Texts(String authorities, String certificate, String key) {
        public static final Texts NONE = new Texts("", "", "");

        /** Tells nothing of the key. */
        @Override
        public String toString() {
            return "certificates";
        }
    }

    public RemoteTarget(URI address, Optional<String> token, Optional<Path> authorities, Optional<Identity> identity) {
        this(address, token, authorities, identity, Texts.NONE);
    }

    public static RemoteTarget of(URI address, Optional<String> token) {
        return new RemoteTarget(address, token, Optional.empty(), Optional.empty());
    }

    public boolean isUnix() {
        return "unix".equals(address.getScheme());
    }

    /** For messages. */
    @Override
    public String toString() {
        return "daemon at " + address;
    }
}
