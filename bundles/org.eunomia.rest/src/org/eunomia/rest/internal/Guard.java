package org.eunomia.rest.internal;

import java.util.Locale;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * Keeps web pages out. A page that a browser shows may send requests to this machine too: by a name of its own that it lets point here, which {@code Host} gives away,
 * or openly, which {@code Origin} does.
 */
final class Guard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final Set<String> hosts;
    private final Set<String> origins;

    /** @param hosts in lower case, without ports */
    Guard(Set<String> hosts, Set<String> origins) {
        this.hosts = hosts;
        this.origins = origins;
    }

    void checkHost(String authority) throws OperationFailedException {
        String host = withoutPort(authority).toLowerCase(Locale.ROOT);
        if (!LOOPBACK.contains(host) && !hosts.contains(host)) {
            throw new OperationFailedException(new Failure.NotPermitted("call this daemon as '" + authority + "'", "", "name the host in the configuration, key hosts"));
        }
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /** @param fetchSite the header {@code Sec-Fetch-Site}, null when there is none */
    void checkOrigin(String origin, String fetchSite) throws OperationFailedException {
        boolean foreign = origin != null ? !origins.contains(origin) : "cross-site".equals(fetchSite) || "same-site".equals(fetchSite);
        if (foreign) {
            throw new OperationFailedException(new Failure.NotPermitted("call this daemon from the web page " + (origin == null ? "of another site" : origin), "",
                    "name the origin in the configuration, key origins"));
        }
    }
}
