package org.eunomia.rest;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Knows who may call. Asked from many threads at a time. Each kind of proof that is not in use is empty. */
public interface Access {
    /** Takes as long for a wrong token as for a right one. */
    default Optional<Caller> byToken(String token) {
        return Optional.empty();
    }

    /** @param uid of the process at the other end of a unix socket, as the kernel gives it */
    default Optional<Caller> byPeer(String user, String group) {
        return Optional.empty();
    }

    /** @param certificate that TLS has checked against the authorities in use */
    default Optional<Caller> byCertificate(X509Certificate certificate) {
        return Optional.empty();
    }

    /** Who a caller is that shows nothing; present only where no authentication is wanted. */
    default Optional<Caller> unproven() {
        return Optional.empty();
    }
}
