package org.eunomia.daemon.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.eunomia.rest.Access;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Role;

/** Who may call, as the settings say. Root and the daemon's own user may do everything over the unix socket: they could as well do it without the daemon. */
final class ConfiguredAccess implements Access {
    /** A user whom the system has no name for, as in a bare root, is called by his number. */
    private static final Set<String> ROOT = Set.of("root", "0");
    private final TokenFile tokens;
    private final boolean noAuth;
    private final Map<String, Role> peers;
    private final Map<String, Role> certificates;
    private final Path groups;
    private final String self = self();

    ConfiguredAccess(TokenFile tokens, boolean noAuth, Map<String, Role> peers, Map<String, Role> certificates) {
        this(tokens, noAuth, peers, certificates, Path.of("/etc/group"));
    }

    ConfiguredAccess(TokenFile tokens, boolean noAuth, Map<String, Role> peers, Map<String, Role> certificates, Path groups) {
        this.tokens = tokens;
        this.noAuth = noAuth;
        this.peers = peers;
        this.certificates = certificates;
        this.groups = groups;
    }

    /** As the kernel's word on a peer would be put. */
    private static String self() {
        try {
            return Files.getOwner(Path.of("/proc/self")).getName();
        } catch (IOException e) {
            return System.getProperty("user.name");
        }
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return tokens.caller(token);
    }

    @Override
    public Optional<Caller> byPeer(String user, String group) {
        Optional<Role> role = ROOT.contains(user) || user.equals(self) ? Optional.of(Role.ADMIN) : Optional.ofNullable(user.startsWith("@") ? null : peers.get(user)).or(() -> byGroup(user, group));
        return role.map(r -> new Caller("user:" + user, r));
    }

    /** The kernel tells only the group that a process runs as; of those that its user is a member of besides, the largest role counts. */
    private Optional<Role> byGroup(String user, String group) {
        Stream<String> all = Stream.of(group);
        if (peers.keySet().stream().anyMatch(p -> p.startsWith("@") && !p.equals("@" + group))) all = Stream.concat(all, memberships(user).stream());
        return all.map(g -> peers.get("@" + g)).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    private List<String> memberships(String user) {
        try {
            return Files.readAllLines(groups).stream().map(line -> line.split(":", -1)).filter(g -> g.length == 4 && List.of(g[3].split(",")).contains(user)).map(g -> g[0]).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<Caller> byCertificate(X509Certificate certificate) {
        return commonName(certificate).flatMap(name -> Optional.ofNullable(certificates.get(name)).map(role -> new Caller("certificate:" + name, role)));
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            for (Rdn rdn : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("CN")) return Optional.of(String.valueOf(rdn.getValue()));
            }
        } catch (InvalidNameException e) {
            // A name that cannot be read names nobody.
        }
        return Optional.empty();
    }

    @Override
    public Optional<Caller> unproven() {
        return noAuth ? Optional.of(new Caller("anybody", Role.ADMIN)) : Optional.empty();
    }
}
