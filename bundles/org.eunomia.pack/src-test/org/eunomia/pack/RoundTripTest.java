package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.junit.jupiter.api.Test;

/** Every package survives being written and read. */
class RoundTripTest {
    private static final int ROUNDS = 5_000;

    @Test
    void givesTheSamePackage() throws OperationFailedException {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Package p = new RandomPackages(seed).next();
            byte[] document = PackageWriter.write(p);
            String message = "seed " + seed + ": " + new String(document, StandardCharsets.UTF_8);
            try {
                assertSame(p, PackageReader.read("seed " + seed, document), message);
            } catch (OperationFailedException e) {
                throw new AssertionError(e.failure() + " " + message, e);
            }
        }
    }

    @Test
    void givesTheSameBytes() throws OperationFailedException {
        Set<String> digests = new HashSet<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            byte[] document = PackageWriter.write(new RandomPackages(seed).next());
            Package again = PackageReader.read("seed " + seed, document);
            assertArrayEquals(document, PackageWriter.write(again), () -> new String(document, StandardCharsets.UTF_8));
            digests.add(PackageDigest.of(again));
        }
        assertEquals(ROUNDS, digests.size());
    }

    /** A record compares arrays by identity. */
    static void assertSame(Package expected, Package actual, String message) {
        assertEquals(expected.format(), actual.format(), message);
        assertEquals(expected.name(), actual.name(), message);
        assertEquals(expected.version(), actual.version(), message);
        assertEquals(expected.description(), actual.description(), message);
        assertEquals(expected.license(), actual.license(), message);
        assertArrayEquals(expected.object(), actual.object(), message);
        assertEquals(expected.programs(), actual.programs(), message);
        assertEquals(expected.maps(), actual.maps(), message);
        assertEquals(expected.params(), actual.params(), message);
        assertEquals(expected.requires(), actual.requires(), message);
        assertEquals(expected.signatures(), actual.signatures(), message);
        assertEquals(expected.extra(), actual.extra(), message);
    }
}
