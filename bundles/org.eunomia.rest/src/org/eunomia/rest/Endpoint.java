package org.eunomia.rest;

import java.nio.file.Path;
import java.util.Optional;

/** Where a server listens. */
public sealed interface Endpoint {
    /** @param port 0 for any that is free */
    record Tcp(String host, int port, Optional<Tls> tls) implements Endpoint { }

    /**
     * A unix socket. A file that was left there by a server that is gone is replaced.
     *
     * @param open whether everybody on this machine may connect, to be told apart by {@link Access#byPeer}; else only the socket's owner
     */
    record Unix(Path path, boolean open) implements Endpoint {
        public Unix(Path path) {
            this(path, false);
        }
    }

    /**
     * Files in PEM.
     *
     * @param certificate       of the server, with those up to its authority
     * @param key               PKCS #8, not encrypted
     * @param clientAuthorities whose certificates clients may show; empty to ask for none
     */
    record Tls(Path certificate, Path key, Optional<Path> clientAuthorities) { }
}
