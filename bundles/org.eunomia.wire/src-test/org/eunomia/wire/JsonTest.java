package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static Object parse(String text) throws MalformedJsonException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsWhatItWrote() throws Exception {
        Object value = Map.of("a", Arrays.asList(1L, -2.5, true, null, "x\"\u0001\u20ac", new BigInteger("18446744073709551615")), "b", Map.of());
        assertEquals(value, Json.parse(Json.write(value)));
    }

    @Test
    void refusesWhatIsNone() {
        for (String text : List.of("", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "nul", "01", "+1", "1e999", "NaN", "'a'", "{}{}", "[1] 2", "{\"a\":1,\"a\":2}", "\"\\x\"", "\"\n\"", "// x\n1")) {
            assertThrows(MalformedJsonException.class, () -> parse(text), text);
        }
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        assertThrows(MalformedJsonException.class, () -> Json.parse(new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}));
    }

    @Test
    void boundsDepth() throws Exception {
        int most = Json.MAX_DEPTH;
        assertTrue(parse("[".repeat(most) + "]".repeat(most)) instanceof List);
        assertThrows(MalformedJsonException.class, () -> parse("[".repeat(most + 1) + "]".repeat(most + 1)));
        assertThrows(MalformedJsonException.class, () -> parse("[".repeat(1_000_000)));
    }

    @Test
    void boundsNumbers() {
        assertThrows(MalformedJsonException.class, () -> parse("9".repeat(100_000)));
        assertThrows(MalformedJsonException.class, () -> parse("0." + "1".repeat(100_000)));
    }

    @Test
    void looksForMembersOfTheOutermostObject() throws Exception {
        byte[] nested = "{\"a\":{\"b\":1},\"c\":[{\"b\":1}]}".getBytes(StandardCharsets.UTF_8);
        assertTrue(Json.hasMember(nested, "c"));
        assertFalse(Json.hasMember(nested, "b"));
        assertFalse(Json.hasMember("[{\"b\":1}]".getBytes(StandardCharsets.UTF_8), "b"));
        assertThrows(MalformedJsonException.class, () -> Json.hasMember("{\"a\":".getBytes(StandardCharsets.UTF_8), "b"));
    }

    @Test
    void namesThePlace() {
        MalformedJsonException e = assertThrows(MalformedJsonException.class, () -> parse("{\"a\":\n  tru}"));
        assertTrue(e.getMessage().startsWith("line 2"), e.getMessage());
    }

    /** Whatever comes in, it is a value or a malformed text, never anything else. */
    @Test
    void survivesDamage() {
        Random random = new Random(8527);
        byte[] good = Json.write(Documents.toJson(Samples.TRACKER));
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int n = random.nextInt(4); n >= 0 && damaged.length > 0; n--) damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                Json.parse(damaged);
            } catch (MalformedJsonException e) {
                refused++;
                assertTrue(e.getMessage().lines().count() <= 1, e.getMessage());
            }
        }
        assertTrue(refused > 1000);
    }
}
