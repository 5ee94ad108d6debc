package org.eunomia.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

/** Documents that would cost a lot are refused before they do. */
class LimitsTest {
    private static final long MIB = 1 << 20;

    private static Failure failure(byte[] document) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThrows(OperationFailedException.class, () -> PackageReader.read("x", document)).failure());
    }

    private static Failure failure(String document) {
        return failure(document.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertLimited(String what, Failure failure) {
        assertTrue(assertInstanceOf(Failure.LimitExceeded.class, failure, failure.summary()).what().contains(what), failure.summary());
    }

    private static long allocated() {
        try {
            return (long) Class.forName("com.sun.management.ThreadMXBean").getMethod("getCurrentThreadAllocatedBytes").invoke(ManagementFactory.getThreadMXBean());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCheap(long most, byte[] document) {
        long before = allocated();
        assertThrows(OperationFailedException.class, () -> PackageReader.read("x", document));
        long used = allocated() - before;
        assertTrue(used < most, used / MIB + " MiB");
    }

    /** Never ends; counts what is taken of it. */
    private static final class Endless extends InputStream {
        long taken;

        @Override
        public int read() {
            return "{\"a\":[".length() > taken ? "{\"a\":[".charAt((int) taken++) : taken++ % 2 == 0 ? '1' : ',';
        }
    }

    @Test
    void endlessDocumentIsReadUpToTheLimit() {
        Endless in = new Endless();
        Failure failure = assertThrows(OperationFailedException.class, () -> PackageReader.read("x", in, new PackageLimits(100_000, 1000, 1000, 10))).failure();
        assertLimited("package x", failure);
        assertTrue(in.taken < 200_000, "took " + in.taken);
    }

    @Test
    void hugeDocumentIsRefused() {
        byte[] document = new byte[(int) (64 * MIB) + 1];
        document[0] = '{';
        assertLimited("package x", failure(document));
        assertCheap(MIB, document);
    }

    @Test
    void manyElementsAreRefused() {
        byte[] document = ("{\"a\":[" + "[],".repeat(10_000_000) + "[]]}").getBytes(StandardCharsets.UTF_8);
        assertLimited("number of elements", failure(document));
        assertCheap(200 * MIB, document);
    }

    @Test
    void deepDocumentIsRefused() {
        assertLimited("the depth", failure("{\"a\":" + "[".repeat(1_000_000)));
    }

    @Test
    void longTextNameAndNumberAreRefused() {
        assertLimited("a text", failure("{\"a\":\"" + "x".repeat((int) (25 * MIB)) + "\"}"));
        assertLimited("the name", failure("{\"" + "x".repeat(60_000) + "\":1}"));
        assertLimited("a number", failure("{\"a\":1" + "0".repeat(1_000_000) + "}"));
    }

    @Test
    void bombIsRefused() {
        byte[] zeros = new byte[(int) (200 * MIB)];
        String bomb = Base64.getEncoder().encodeToString(Documents.deflate(zeros));
        String first = "{\"format\":\"eunomia/1\",\"name\":\"x\",\"object\":{\"encoding\":\"zlib+base64\",\"size\":%d,\"data\":\"" + bomb + "\"}}";
        assertLimited("the object of package x", failure(first.formatted(zeros.length)));
        assertEquals("/object/data", assertInstanceOf(Failure.PackageInvalid.class, failure(first.formatted(1000))).pointer());
        assertCheap(12 * MIB, first.formatted(zeros.length).getBytes(StandardCharsets.UTF_8));
        assertCheap(12 * MIB, first.formatted(1000).getBytes(StandardCharsets.UTF_8));
        String second = "{\"bpf_object\":\"" + bomb + "\",\"meta\":{\"bpf_skel\":{}}}";
        assertLimited("the object of package x", failure(second));
        assertCheap(100 * MIB, second.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void largeObjectIsRefused() {
        byte[] object = new byte[(int) (17 * MIB)];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, object, 0, 4);
        assertLimited("object x", failure(object));
        assertLimited("the object of package x", failure("{\"data\":\"" + Base64.getEncoder().encodeToString(object) + "\",\"data_sz\":1,\"maps\":[],\"name\":\"\",\"progs\":[]}"));
    }

    private static String typed(String types, String key) {
        return Documents.format1().replace("\"types\":{", "\"types\":{" + types + ",").replace("\"key\":\"u32\"", "\"key\":\"" + key + "\"");
    }

    private static void assertRefused(String problem, String document) {
        assertTrue(assertInstanceOf(Failure.PackageInvalid.class, failure(document)).problem().contains(problem), () -> failure(document).summary());
    }

    @Test
    void typesThatDoubleAreRefused() {
        String doubling = IntStream.range(0, 40).mapToObj(i -> "\"t%d\":{\"size\":0,\"fields\":[{\"offset\":0,\"type\":\"t%d\"},{\"offset\":0,\"type\":\"t%d\"}]}".formatted(i, i + 1, i + 1)).collect(Collectors.joining(","));
        assertRefused("more than 100000 fields", typed(doubling + ",\"t40\":{\"size\":0,\"fields\":[]}", "t0"));
    }

    @Test
    void deepTypesAreRefused() {
        for (boolean up : new boolean[] {true, false}) {
            String chain = IntStream.range(0, 10_000).map(i -> up ? i : 9_999 - i).mapToObj(i -> "\"t%d\":{\"size\":0,\"fields\":[{\"offset\":0,\"type\":\"t%d\"}]}".formatted(i, i + 1)).collect(Collectors.joining(","));
            assertRefused("nested more than 64 deep", typed("\"t10000\":{\"size\":0,\"fields\":[]}," + chain, "t0"));
        }
        assertRefused("there is no type", typed("\"t\":{\"kind\":\"char\"}", "t" + "[1]".repeat(5000)));
        assertRefused("there is no type", typed("\"t\":{\"kind\":\"char\"}", "t[99999][99999]"));
        assertRefused("more than 2 GB", typed("\"t\":{\"kind\":\"array\",\"of\":\"u64\",\"count\":2147483647}", "t"));
    }

    @Test
    void typesWithinTheLimitsAreRead() throws OperationFailedException {
        String chain = IntStream.range(0, 60).mapToObj(i -> "\"t%d\":{\"size\":0,\"fields\":[{\"offset\":0,\"type\":\"t%d\"}]}".formatted(i, i + 1)).collect(Collectors.joining(","));
        PackageReader.read("x", typed(chain + ",\"t60\":{\"size\":0,\"fields\":[]}", "t0").getBytes(StandardCharsets.UTF_8));
    }
}
