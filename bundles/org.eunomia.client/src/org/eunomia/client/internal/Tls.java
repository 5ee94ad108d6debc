package org.eunomia.client.internal;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eunomia.client.RemoteTarget;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.Pem;

/** What a daemon's certificate is held against, and what it is shown. */
final class Tls {
    private Tls() { }

    /** Empty for what the JDK has by itself. */
    static Optional<SSLContext> of(RemoteTarget target) throws OperationFailedException {
        KeyStore identity = identity(target);
        KeyStore authorities = authorities(target);
        if (identity == null && authorities == null) return Optional.empty();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity, new char[0]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new OperationFailedException(new Failure.Unavailable("TLS to the " + target, String.valueOf(e.getMessage()), ""), e);
        }
    }

    private static KeyStore identity(RemoteTarget target) throws OperationFailedException {
        if (target.identity().isPresent()) return Pem.identity(target.identity().get().certificate(), target.identity().get().key());
        RemoteTarget.Texts texts = target.texts();
        return texts.certificate().isEmpty() ? null : Pem.identity("the client certificate", texts.certificate(), "the client certificate's key", texts.key());
    }

    private static KeyStore authorities(RemoteTarget target) throws OperationFailedException {
        if (target.authorities().isPresent()) return Pem.authorities(target.authorities().get());
        return target.texts().authorities().isEmpty() ? null : Pem.authorities("the certificate to trust", target.texts().authorities());
    }
}
