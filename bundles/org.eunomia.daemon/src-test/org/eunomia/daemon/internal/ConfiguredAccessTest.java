package org.eunomia.daemon.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredAccessTest {
    @TempDir
    Path folder;

    private ConfiguredAccess access(Map<String, Role> peers) throws Exception {
        Path groups = Files.writeString(folder.resolve("group"), "root:x:0:\nstaff:x:50:bob,carol\nwheel:x:51:carol\nbroken\n");
        return new ConfiguredAccess(TokenFile.open(folder.resolve("tokens")), false, peers, Map.of(), groups);
    }

    private static Optional<Caller> caller(String user, Role role) {
        return Optional.of(new Caller("user:" + user, role));
    }

    @Test
    void knowsPeersByUserAndByAnyOfTheirGroups() throws Exception {
        ConfiguredAccess access = access(Map.of("alice", Role.OPERATOR, "@alice", Role.ADMIN, "@users", Role.VIEWER, "@staff", Role.VIEWER, "@wheel", Role.ADMIN));
        assertEquals(caller("alice", Role.OPERATOR), access.byPeer("alice", "alice"), "the user himself comes before his group");
        assertEquals(caller("dave", Role.VIEWER), access.byPeer("dave", "users"));
        assertEquals(caller("bob", Role.VIEWER), access.byPeer("bob", "bob"));
        assertEquals(caller("carol", Role.ADMIN), access.byPeer("carol", "carol"));
        assertEquals(Optional.empty(), access.byPeer("mallory", "mallory"));
        assertEquals(Optional.empty(), access.byPeer("@staff", "mallory"));
    }

    @Test
    void rootIsAdminAndNobodyElseUnlessNamed() throws Exception {
        ConfiguredAccess access = access(Map.of());
        assertEquals(caller("root", Role.ADMIN), access.byPeer("root", "root"));
        assertEquals(caller("0", Role.ADMIN), access.byPeer("0", "0"), "where the system has no names");
        assertEquals(Optional.empty(), access.byPeer("bob", "staff"));
    }
}
