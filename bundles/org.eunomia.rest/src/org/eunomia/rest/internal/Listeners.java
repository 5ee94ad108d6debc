package org.eunomia.rest.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Endpoint;
import org.eunomia.rest.RestConfig;
import org.eunomia.wire.Pem;

/** The sockets of a server. */
final class Listeners {
    private final Server server;
    private final RestConfig config;
    private final List<Endpoint.Unix> sockets = new ArrayList<>();

    Listeners(Server server, RestConfig config) {
        this.server = server;
        this.config = config;
    }

    void add() throws OperationFailedException {
        for (Endpoint endpoint : config.endpoints()) {
            AbstractConnector connector = switch (endpoint) {
                case Endpoint.Tcp tcp -> tcp(tcp);
                case Endpoint.Unix unix -> unix(unix);
            };
            connector.setIdleTimeout(config.limits().idleTime().toMillis());
            connector.addBean(new FirstRequestLimit(server, config.limits().requestTime()));
            server.addConnector(connector);
        }
        server.addBean(new NetworkConnectionLimit(config.limits().connections(), server));
    }

    private HttpConfiguration http(boolean secure) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(config.limits().headerBytes());
        http.setUriCompliance(UriCompliance.DEFAULT);
        if (secure) http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }

    private AbstractConnector tcp(Endpoint.Tcp tcp) throws OperationFailedException {
        HttpConnectionFactory http = new HttpConnectionFactory(http(tcp.tls().isPresent()));
        ServerConnector connector = tcp.tls().isEmpty() ? new ServerConnector(server, 1, 1, http)
                : new ServerConnector(server, 1, 1, new SslConnectionFactory(tls(tcp.tls().get()), http.getProtocol()), http);
        connector.setHost(tcp.host().replaceAll("^\\[|]$", ""));
        connector.setPort(tcp.port());
        return connector;
    }

    private static SslContextFactory.Server tls(Endpoint.Tls tls) throws OperationFailedException {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        KeyStore identity = Pem.identity(tls.certificate(), tls.key());
        factory.setKeyStore(identity);
        factory.setKeyStorePassword("");
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setSniRequired(false);
        if (tls.clientAuthorities().isPresent()) {
            factory.setTrustStore(Pem.authorities(tls.clientAuthorities().get()));
            factory.setWantClientAuth(true);
        }
        return factory;
    }

    private AbstractConnector unix(Endpoint.Unix unix) throws OperationFailedException {
        clear(unix.path());
        sockets.add(unix);
        UnixDomainServerConnector connector = new UnixDomainServerConnector(server, new HttpConnectionFactory(http(false)));
        connector.setUnixDomainPath(unix.path());
        return connector;
    }

    /** Removes a socket that nobody listens on any more, and nothing else. */
    private static void clear(Path path) throws OperationFailedException {
        if (!Files.exists(path)) return;
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException refused) {
            try {
                if (Files.getAttribute(path, "unix:mode") instanceof Integer mode && (mode & 0170000) == 0140000) Files.delete(path);
                else throw new OperationFailedException(new Failure.Conflict("cannot listen on " + path, "there is something that is no socket", ""));
            } catch (IOException e) {
                throw new OperationFailedException(new Failure.Unavailable(path.toString(), String.valueOf(e.getMessage()), ""), e);
            }
            return;
        }
        throw new OperationFailedException(new Failure.Conflict("cannot listen on " + path, "another daemon does", "stop it, or choose another path"));
    }

    /** To be called once the sockets are there. */
    void started() throws IOException {
        // To connect is to write. Until here it is as the process's umask has it, and nobody is let in who is not known by his credentials.
        for (Endpoint.Unix socket : sockets) Files.setPosixFilePermissions(socket.path(), PosixFilePermissions.fromString(socket.open() ? "rw-rw-rw-" : "rw-------"));
    }

    List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Connector c : server.getConnectors()) {
            if (c instanceof ServerConnector tcp) {
                boolean tls = tcp.getConnectionFactory(SslConnectionFactory.class) != null;
                String host = tcp.getHost().contains(":") ? "[" + tcp.getHost() + "]" : tcp.getHost();
                addresses.add((tls ? "https://" : "http://") + host + ":" + tcp.getLocalPort());
            } else if (c instanceof UnixDomainServerConnector unix) {
                addresses.add("unix:" + unix.getUnixDomainPath());
            }
        }
        return addresses;
    }

    void close() {
        for (Endpoint.Unix socket : sockets) {
            try {
                Files.deleteIfExists(socket.path());
            } catch (IOException e) {
                // The next one that listens there removes it.
            }
        }
        sockets.clear();
    }
}
