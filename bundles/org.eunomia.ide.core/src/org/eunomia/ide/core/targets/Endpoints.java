package org.eunomia.ide.core.targets;

import java.net.URI;
import java.util.List;
import org.eunomia.wire.LocalDaemon;

/** Addresses of daemons as users write them. */
public final class Endpoints {
    private Endpoints() { }

    /**
     * The address in full: with a scheme, and with the usual port where none is given.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static URI parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) throw new IllegalArgumentException("an address is needed");
        if (stripped.startsWith("unix:")) return unix(stripped);
        return tcp(stripped.contains("://") ? stripped : (isLoopback(stripped) ? "http://" : "https://") + stripped);
    }

    private static URI unix(String text) {
        String path = text.substring("unix:".length()).replaceFirst("^//+", "/");
        if (!path.startsWith("/")) throw new IllegalArgumentException("the path of a socket starts with '/'");
        return uri("unix:" + path.replace(" ", "%20"));
    }

    private static URI tcp(String text) {
        URI uri = uri(text);
        if (!List.of("http", "https").contains(uri.getScheme())) throw new IllegalArgumentException("'" + uri.getScheme() + "' is neither http, https nor unix");
        if (uri.getHost() == null) throw new IllegalArgumentException("there is no host in it");
        if (uri.getPort() == 0 || uri.getPort() > 65535) throw new IllegalArgumentException("there is no port " + uri.getPort());
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + (uri.getPort() < 0 ? LocalDaemon.PORT : uri.getPort()) + path);
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this is no address", e);
        }
    }

    /** By name alone, since asking a name server takes time. */
    public static boolean isLoopback(String hostAndPort) {
        return hostAndPort.matches("(localhost|127(\\.[0-9]+){3}|\\[::1])(:[0-9]*)?(/.*)?");
    }

    /** Whether {@code address} would carry a token over a network that everybody on it can read. */
    public static boolean isInTheClear(URI address) {
        return "http".equals(address.getScheme()) && !isLoopback(address.getHost());
    }
}
