package org.eunomia.rest.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Access;
import org.eunomia.rest.Caller;

/** Finds out who sent a request: by token, by the process at the other end of a unix socket, or by certificate. */
final class Callers {
    private static final String BEARER = "bearer ";
    private final Access access;

    Callers(Access access) {
        this.access = access;
    }

    /** @return empty when nothing was shown; a wrong token is refused even where none is needed */
    Optional<Caller> of(Request request) throws OperationFailedException {
        List<String> authorizations = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (!authorizations.isEmpty()) return Optional.of(byToken(authorizations));
        Optional<Caller> peer = channel(request).flatMap(this::byPeer);
        if (peer.isPresent()) return peer;
        return certificate(request).flatMap(access::byCertificate).or(access::unproven);
    }

    private Caller byToken(List<String> authorizations) throws OperationFailedException {
        String value = authorizations.getFirst();
        if (authorizations.size() == 1 && value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Optional<Caller> caller = access.byToken(value.substring(BEARER.length()).trim());
            if (caller.isPresent()) return caller.get();
        }
        throw new OperationFailedException(new Failure.Unauthenticated("the token is not one of this daemon's", "the daemon may have been started anew with others"));
    }

    static Optional<SocketChannel> channel(Request request) {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        return end.getTransport() instanceof SocketChannel c && !(request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress) ? Optional.of(c) : Optional.empty();
    }

    private Optional<Caller> byPeer(SocketChannel channel) {
        return peer(channel).flatMap(peer -> access.byPeer(peer.user().getName(), peer.group().getName()));
    }

    private static Optional<UnixDomainPrincipal> peer(SocketChannel channel) {
        try {
            return Optional.of(channel.getOption(ExtendedSocketOptions.SO_PEERCRED));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Why somebody who has shown nothing, or is nobody here, does not get any further. */
    static OperationFailedException refusal(Request request) {
        return channel(request).flatMap(Callers::peer).map(peer -> new OperationFailedException(new Failure.NotPermitted("call this daemon as user " + peer.user().getName(), "",
                "name the user or a group of his in the daemon's setting peers, or show a token"))).orElseGet(() -> new OperationFailedException(new Failure.Unauthenticated("no credential was shown",
                "send the token of the daemon's token file as 'Authorization: Bearer …', or call over its unix socket")));
    }

    private static Optional<X509Certificate> certificate(Request request) {
        if (!(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData tls)) return Optional.empty();
        X509Certificate[] chain = tls.peerCertificates();
        return chain == null || chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
    }
}
