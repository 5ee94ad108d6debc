package org.eunomia.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.wire.LocalDaemon;

/**
 * Finds daemons by what a user writes: nothing for the one on this machine, a name of the file of known hosts, an address, or a URL. The file is
 * {@code ~/.config/eunomia/hosts} (or in {@code $XDG_CONFIG_HOME}), with lines {@code name address [token-file=FILE] [ca=FILE] [cert=FILE key=FILE]}.
 */
public final class Hosts {
    private final Map<String, String> environment;
    private final List<LocalDaemon> local;
    private final Path known;

    public Hosts(Map<String, String> environment) {
        this(environment, List.of(LocalDaemon.own(environment), LocalDaemon.OF_ROOT), knownHosts(environment));
    }

    Hosts(Map<String, String> environment, List<LocalDaemon> local, Path known) {
        this.environment = environment;
        this.local = local;
        this.known = known;
    }

    private static Path knownHosts(Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(config)).resolve("eunomia/hosts");
    }

    /** What a user says besides the host; each wins over the file of known hosts. */
    public record Extras(Optional<Path> tokenFile, Optional<Path> authorities, Optional<RemoteTarget.Identity> identity) {
        public static final Extras NONE = new Extras(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param host empty for the variable {@code EUNOMIA_HOST}, or else the daemon on this machine */
    public RemoteTarget find(String host, Extras extras) throws OperationFailedException {
        String wanted = host.isEmpty() ? environment.getOrDefault("EUNOMIA_HOST", "") : host;
        if (wanted.isEmpty()) return here(extras);
        Map<String, Line> lines = lines();
        if (lines.containsKey(wanted)) return target(lines.get(wanted), extras);
        if (!wanted.contains(":") && !wanted.contains(".") && !wanted.equals("localhost")) {
            throw new OperationFailedException(new Failure.NotFound("host", wanted, Nearest.to(wanted, lines.keySet())));
        }
        return target(new Line(wanted, extras), extras);
    }

    /** Of the file of known hosts, sorted. */
    public List<String> names() throws OperationFailedException {
        return lines().keySet().stream().sorted().toList();
    }

    private RemoteTarget here(Extras extras) throws OperationFailedException {
        for (LocalDaemon d : local) if (Files.isWritable(d.socket())) return new RemoteTarget(URI.create("unix:" + d.socket()), token(extras), Optional.empty(), Optional.empty());
        return target(new Line("http://127.0.0.1:" + LocalDaemon.PORT, extras), extras);
    }

    private record Line(String address, Extras extras) { }

    private Map<String, Line> lines() throws OperationFailedException {
        Map<String, Line> lines = new HashMap<>();
        if (!Files.isReadable(known)) return lines;
        try {
            int number = 0;
            for (String line : Files.readAllLines(known)) {
                number++;
                String[] words = line.strip().split("\\s+");
                if (line.isBlank() || words[0].startsWith("#")) continue;
                if (words.length < 2) throw invalid(number, "'name address' is wanted");
                lines.put(words[0], new Line(words[1], extras(words, number)));
            }
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(known.toString(), String.valueOf(e.getMessage()), ""), e);
        }
        return lines;
    }

    private Extras extras(String[] words, int number) throws OperationFailedException {
        Map<String, Path> files = new HashMap<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            if (equals < 0 || !List.of("token-file", "ca", "cert", "key").contains(name)) throw invalid(number, "'" + words[i] + "' is none of token-file=, ca=, cert=, key=");
            files.put(name, known.getParent().resolve(words[i].substring(equals + 1)));
        }
        if (files.containsKey("cert") != files.containsKey("key")) throw invalid(number, "cert and key belong together");
        return new Extras(Optional.ofNullable(files.get("token-file")), Optional.ofNullable(files.get("ca")),
                Optional.ofNullable(files.get("cert")).map(c -> new RemoteTarget.Identity(c, files.get("key"))));
    }

    private OperationFailedException invalid(int number, String problem) {
        return new OperationFailedException(new Failure.Conflict("file of known hosts " + known, "line " + number + ": " + problem, ""));
    }

    private RemoteTarget target(Line line, Extras said) throws OperationFailedException {
        URI address = address(line.address);
        Extras all = new Extras(said.tokenFile.or(line.extras::tokenFile), said.authorities.or(line.extras::authorities), said.identity.or(line.extras::identity));
        Optional<String> token = token(all);
        boolean here = address.getHost() != null && isLoopback(address.getHost());
        if (token.isEmpty() && here) token = local.stream().flatMap(d -> LocalDaemon.firstToken(d.tokens()).stream()).findFirst();
        if (token.isPresent() && "http".equals(address.getScheme()) && !here) {
            throw new OperationFailedException(new Failure.NotPermitted("send a token to " + address + " in the clear", "", "use https://"));
        }
        return new RemoteTarget(address, token, all.authorities, all.identity);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host.replaceAll("^\\[|]$", "")).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private Optional<String> token(Extras extras) throws OperationFailedException {
        if (extras.tokenFile.isEmpty()) return Optional.ofNullable(environment.get("EUNOMIA_TOKEN"));
        Path file = extras.tokenFile.get();
        return Optional.of(LocalDaemon.firstToken(file).orElseThrow(() -> new OperationFailedException(new Failure.Unavailable("token file " + file, "no token can be read out of it",
                "lines 'role name token' are wanted"))));
    }

    private static URI address(String text) throws OperationFailedException {
        String whole = text.startsWith("unix:") || text.contains("://") ? text : (isLoopback(text.replaceAll(":[0-9]+$", "")) ? "http://" : "https://") + text;
        try {
            URI address = URI.create(whole);
            if (text.startsWith("unix:/")) return address;
            if (!List.of("http", "https").contains(address.getScheme()) || address.getHost() == null) throw new IllegalArgumentException();
            return address.getPort() >= 0 ? address : URI.create(address.getScheme() + "://" + address.getHost() + ":" + LocalDaemon.PORT);
        } catch (IllegalArgumentException e) {
            throw new OperationFailedException(new Failure.NotFound("host", text, List.of()), e);
        }
    }
}
