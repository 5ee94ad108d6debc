package org.eunomia.daemon.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Endpoint;
import org.eunomia.rest.Limits;
import org.eunomia.rest.RestConfig;
import org.eunomia.rest.Role;
import org.eunomia.wire.Durations;
import org.eunomia.wire.LocalDaemon;

/**
 * The settings as what they mean.
 *
 * @param peers        roles by user, or by group with {@code @} before it
 * @param certificates roles by common name
 * @param requiredKeys files with keys of which one has to have signed a package, none to take all
 * @param state        folder, empty to keep nothing
 */
record DaemonConfig(RestConfig rest, Path tokenFile, boolean noAuth, Map<String, Role> peers, Map<String, Role> certificates, List<Path> requiredKeys, Optional<Path> state, boolean console, boolean jsonLog,
        Duration stopTime) {
    static final String VERSION = "1.0.0";

    static DaemonConfig of(Settings s, Map<String, String> environment) throws OperationFailedException {
        LocalDaemon local = LocalDaemon.own(environment);
        Optional<Endpoint.Tls> tls = tls(s);
        boolean noAuth = s.flag("no-auth");
        List<Endpoint> endpoints = new ArrayList<>();
        for (String address : s.text("listen").isEmpty() ? List.of("127.0.0.1:" + LocalDaemon.PORT) : s.list("listen")) {
            if (!address.equals("none")) endpoints.add(tcp(s, address, tls, noAuth));
        }
        Map<String, Role> peers = roles(s, "peers");
        if (!s.text("unix").orElse("").equals("none")) endpoints.add(new Endpoint.Unix(s.text("unix").map(Path::of).orElse(local.socket()), !peers.isEmpty()));
        if (endpoints.isEmpty()) throw s.invalid("listen", "with 'none' for unix too, nobody could call");
        RestConfig rest = new RestConfig(endpoints, limits(s), new HashSet<>(s.list("hosts")), new HashSet<>(s.list("origins")), VERSION);
        return new DaemonConfig(rest, s.text("token-file").map(Path::of).orElse(local.tokens()), noAuth, peers, roles(s, "client-certificates"),
                s.list("required-keys").stream().map(Path::of).toList(), state(s, local), s.flag("console"),
                json(s), time(s, "stop-time", Duration.ofSeconds(4)));
    }

    private static Optional<Endpoint.Tls> tls(Settings s) throws OperationFailedException {
        Optional<Path> certificate = s.text("tls-certificate").map(Path::of);
        Optional<Path> key = s.text("tls-key").map(Path::of);
        if (certificate.isPresent() != key.isPresent()) throw s.invalid(key.isPresent() ? "tls-certificate" : "tls-key", "tls-certificate and tls-key belong together");
        Optional<Path> authorities = s.text("tls-client-authorities").map(Path::of);
        if (certificate.isEmpty() && authorities.isPresent()) throw s.invalid("tls-client-authorities", "client certificates need TLS, and so tls-certificate");
        return certificate.map(c -> new Endpoint.Tls(c, key.orElseThrow(), authorities));
    }

    private static Endpoint tcp(Settings s, String address, Optional<Endpoint.Tls> tls, boolean noAuth) throws OperationFailedException {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("[0-9]{1,5}") || Integer.parseInt(address.substring(colon + 1)) > 65535) throw s.invalid("listen", "'" + address + "' is not HOST:PORT");
        String host = address.substring(0, colon);
        if (!isLoopback(host)) {
            if (noAuth) throw new OperationFailedException(new Failure.NotPermitted("listen on " + address + " without authentication", "", "no-auth goes with loopback addresses only"));
            if (tls.isEmpty()) throw new OperationFailedException(new Failure.NotPermitted("listen on " + address + " without TLS", "", "set tls-certificate and tls-key, or listen on 127.0.0.1"));
        }
        return new Endpoint.Tcp(host, Integer.parseInt(address.substring(colon + 1)), tls);
    }

    private static boolean isLoopback(String host) throws OperationFailedException {
        try {
            for (InetAddress a : InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""))) if (!a.isLoopbackAddress()) return false;
            return true;
        } catch (UnknownHostException e) {
            throw new OperationFailedException(new Failure.NotFound("host", host, List.of()), e);
        }
    }

    private static Map<String, Role> roles(Settings s, String name) throws OperationFailedException {
        Map<String, Role> roles = new TreeMap<>();
        for (String pair : s.list(name)) {
            int colon = pair.lastIndexOf(':');
            try {
                if (colon < 1) throw new IllegalArgumentException();
                roles.put(pair.substring(0, colon), Role.valueOf(pair.substring(colon + 1).strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw s.invalid(name, "'" + pair + "' is not NAME:viewer, NAME:operator or NAME:admin");
            }
        }
        return roles;
    }

    private static Optional<Path> state(Settings s, LocalDaemon local) {
        if (s.text("state").orElse("").equals("none")) return Optional.empty();
        Path usual = local.equals(LocalDaemon.OF_ROOT) ? Path.of("/var/lib/eunomia") : Path.of(System.getProperty("user.home"), ".local/state/eunomia");
        return Optional.of(s.text("state").map(Path::of).orElse(usual));
    }

    private static boolean json(Settings s) throws OperationFailedException {
        return switch (s.text("log-format").orElse("logfmt")) {
            case "logfmt" -> false;
            case "json" -> true;
            default -> throw s.invalid("log-format", "logfmt or json is wanted");
        };
    }

    private static Limits limits(Settings s) throws OperationFailedException {
        Limits d = Limits.DEFAULT;
        return new Limits(number(s, "max-body", d.bodyBytes(), 1 << 30), number(s, "max-headers", d.headerBytes(), 1 << 20), time(s, "request-time", d.requestTime()),
                time(s, "idle-time", d.idleTime()), number(s, "max-connections", d.connections(), 100_000), number(s, "max-rate", d.requestsPerSecond(), 1_000_000),
                number(s, "max-burst", d.requestBurst(), 1_000_000), number(s, "max-trackers", d.trackers(), 10_000), number(s, "max-readers", d.readers(), 100_000), number(s, "max-compilations", d.compilations(), 1000));
    }

    private static int number(Settings s, String name, int otherwise, int most) throws OperationFailedException {
        if (s.text(name).isEmpty()) return otherwise;
        String text = s.text(name).get();
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) throw s.invalid(name, "a whole number from 1 to " + most + " is wanted");
        return Integer.parseInt(text);
    }

    private static Duration time(Settings s, String name, Duration otherwise) throws OperationFailedException {
        if (s.text(name).isEmpty()) return otherwise;
        try {
            Duration time = Durations.parse(s.text(name).get());
            if (!time.isZero() && time.compareTo(Duration.ofHours(1)) <= 0) return time;
            throw s.invalid(name, "more than nothing and at most an hour is wanted");
        } catch (IllegalArgumentException e) {
            throw s.invalid(name, e.getMessage());
        }
    }
}
