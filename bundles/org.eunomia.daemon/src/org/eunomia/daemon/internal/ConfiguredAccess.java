package org.eunomia.daemon.internal;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.eunomia.rest.Access;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Role;

/** Who may call, as the settings say. Root and the daemon's own user may do everything over the unix socket: they could as well do it without the daemon. */
final class ConfiguredAccess implements Access {
    private final TokenFile tokens;
    private final boolean noAuth;
    private final Map<String, Role> peers;
    private final Map<String, Role> certificates;
    private final String self = System.getProperty("user.name");

    ConfiguredAccess(TokenFile tokens, boolean noAuth, Map<String, Role> peers, Map<String, Role> certificates) {
        this.tokens = tokens;
        this.noAuth = noAuth;
        this.peers = peers;
        this.certificates = certificates;
    }

    @Override
    public Optional<Caller> byToken(String token) {
        return tokens.caller(token);
    }

    @Override
    public Optional<Caller> byPeer(String user, String group) {
        Role role = user.equals("root") || user.equals(self) ? Role.ADMIN : peers.getOrDefault(user, peers.get("@" + group));
        return Optional.ofNullable(role).map(r -> new Caller("user:" + user, r));
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
