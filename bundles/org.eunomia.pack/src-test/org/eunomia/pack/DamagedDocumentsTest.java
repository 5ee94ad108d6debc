package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.internal.json.JsonReader;
import org.eunomia.pack.internal.json.JsonWriter;
import org.junit.jupiter.api.Test;

/** Damages documents of every generation by the thousand: each is read or refused, never with another exception and never without end. */
class DamagedDocumentsTest {
    private static final int ROUNDS = 4_000;
    private static final long SEED = 20221212;
    private static final List<byte[]> DOCUMENTS = List.of(bytes(Documents.seed()), bytes(Documents.seedStartBody()), bytes(Documents.bpf1()), bytes(Documents.bpf2()), bytes(Documents.format1()),
            PackageWriter.write(new RandomPackages(3).next()), PackageWriter.write(new RandomPackages(4).next()));
    private static final List<Object> AWKWARD = Arrays.asList(null, true, 0L, -1L, 2147483648L, Long.MAX_VALUE, BigInteger.ONE.shiftLeft(100), 1.5, "", "x", "char[0]", "event[2]", "\u0000", ".",
            List.of(), Map.of(), List.of(List.of()), Map.of("", ""));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void areReadOrRefusedWhenTheirBytesChange() {
        assertOutcomes(DamagedDocumentsTest::damagedBytes);
    }

    @Test
    void areReadOrRefusedWhenTheirMembersChange() {
        assertOutcomes(DamagedDocumentsTest::damagedTree);
    }

    @FunctionalInterface
    private interface Damage {
        byte[] apply(byte[] document, Random random);
    }

    private static void assertOutcomes(Damage damage) {
        int[] outcome = new int[2];
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(SEED + round);
                byte[] document = damage.apply(DOCUMENTS.get(round % DOCUMENTS.size()), random);
                try {
                    outcome[isRead(document) ? 0 : 1]++;
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                    throw new AssertionError("round " + round + " of seed " + SEED + ": " + new String(document, StandardCharsets.UTF_8), e);
                }
            }
        });
        assertTrue(outcome[0] > ROUNDS / 100 && outcome[1] > ROUNDS / 100, "the damage is too weak or too strong: " + Arrays.toString(outcome));
    }

    /** What is read can also be written and comes back the same. */
    private static boolean isRead(byte[] document) {
        Package p;
        try {
            p = PackageReader.read("x", document);
        } catch (OperationFailedException refused) {
            assertEquals(1, refused.failure().summary().lines().count());
            return false;
        }
        byte[] written = PackageWriter.write(p);
        try {
            assertEquals(new String(written, StandardCharsets.UTF_8), new String(PackageWriter.write(PackageReader.read("again", written)), StandardCharsets.UTF_8));
        } catch (OperationFailedException e) {
            throw new AssertionError(e);
        }
        return true;
    }

    private static byte[] damagedBytes(byte[] document, Random random) {
        byte[] bytes = document.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int i = random.nextInt(4); i >= 0; i--) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:0-\\e".charAt(random.nextInt(11));
            default -> {
                int from = random.nextInt(bytes.length);
                int to = random.nextInt(bytes.length);
                System.arraycopy(document, from, bytes, to, Math.min(random.nextInt(40), bytes.length - Math.max(from, to)));
            }
        }
        return bytes;
    }

    private static byte[] damagedTree(byte[] document, Random random) {
        try {
            Object tree = JsonReader.read("x", document, PackageLimits.DEFAULT);
            for (int i = random.nextInt(3); i >= 0; i--) change(tree, random);
            return JsonWriter.write(tree);
        } catch (OperationFailedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void change(Object tree, Random random) {
        List<Object> containers = new ArrayList<>();
        collect(tree, containers);
        Object chosen = containers.get(random.nextInt(containers.size()));
        if (chosen instanceof List<?>) {
            List<Object> list = (List<Object>) chosen;
            if (list.isEmpty()) return;
            int at = random.nextInt(list.size());
            switch (random.nextInt(3)) {
                case 0 -> list.remove(at);
                case 1 -> list.add(list.get(at));
                default -> list.set(at, AWKWARD.get(random.nextInt(AWKWARD.size())));
            }
        } else {
            Map<String, Object> map = (Map<String, Object>) chosen;
            if (map.isEmpty()) return;
            String name = List.copyOf(map.keySet()).get(random.nextInt(map.size()));
            switch (random.nextInt(3)) {
                case 0 -> map.remove(name);
                case 1 -> map.put(name + "x", map.remove(name));
                default -> map.put(name, AWKWARD.get(random.nextInt(AWKWARD.size())));
            }
        }
    }

    private static void collect(Object value, List<Object> containers) {
        if (value instanceof LinkedHashMap<?, ?> map) {
            containers.add(map);
            map.values().forEach(v -> collect(v, containers));
        } else if (value instanceof ArrayList<?> list) {
            containers.add(list);
            list.forEach(v -> collect(v, containers));
        }
    }
}
