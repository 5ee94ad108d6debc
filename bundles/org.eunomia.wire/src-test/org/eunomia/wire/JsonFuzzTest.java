package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eunomia.core.Failure;
import org.eunomia.core.TrackerInfo;
import org.junit.jupiter.api.Test;

/** Documents made by chance, whole and damaged, for as long as {@code eunomia.fuzz} says (seconds for each test; 5 if nothing). */
class JsonFuzzTest {
    private static final long SECONDS = Long.getLong("eunomia.fuzz", 5);
    private static final List<String> TOKENS = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\u0000", "-", "0", "01", "1e", "1e400", "-0.0", "9223372036854775808", "true", "nul", "NaN", "\t", "\n",
            "\u0000", "\u001f", "\u00e9", "\ufeff", "//", "/*", "'", "{\"a\":", "[[[[[[[[", "\"kind\":", "\"not-found\"", "\"urn:eunomia:problem:not-found\"", "\"type\":");
    private final Random random = new Random(8527);

    private Object value(int depth) {
        return switch (random.nextInt(depth > 4 ? 5 : 7)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> (long) random.nextInt(200) - 100;
            case 3 -> random.nextBoolean();
            case 4 -> null;
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int n = random.nextInt(5); n > 0; n--) list.add(value(depth + 1));
                yield list;
            }
            default -> {
                Map<String, Object> members = new LinkedHashMap<>();
                for (int n = random.nextInt(5); n > 0; n--) members.put(text(), value(depth + 1));
                yield members;
            }
        };
    }

    /** Of all planes, but without halves of surrogate pairs, which are no text. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(9); n > 0; n--) {
            int c = switch (random.nextInt(4)) {
                case 0 -> random.nextInt(32);
                case 1 -> random.nextInt(0x110000);
                default -> 32 + random.nextInt(96);
            };
            if (c < 0xd800 || c > 0xdfff) text.appendCodePoint(c);
        }
        return text.toString();
    }

    private byte[] damaged() {
        byte[] whole;
        if (random.nextInt(3) == 0) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) text.append(TOKENS.get(random.nextInt(TOKENS.size())));
            whole = text.toString().getBytes(StandardCharsets.UTF_8);
        } else {
            whole = Json.write(value(0));
        }
        for (int n = random.nextInt(4); n > 0 && whole.length > 0; n--) whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        return random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length + 1)) : whole;
    }

    private interface Attempt {
        void run() throws Exception;
    }

    private static void repeat(Attempt attempt) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
        for (int n = 0; n < 1000 || System.nanoTime() < end; n++) attempt.run();
    }

    @Test
    void whatIsWrittenIsReadAsItWas() throws Exception {
        repeat(() -> {
            Object value = value(0);
            assertEquals(value, Json.parse(Json.write(value)));
        });
    }

    /** Reads or says that it is malformed, and what it has read can be written and read again. */
    @Test
    void damagedTextIsMalformedOrSomethingElse() throws Exception {
        int[] read = new int[2];
        repeat(() -> {
            byte[] text = damaged();
            try {
                Object value = Json.parse(text);
                read[0]++;
                assertEquals(value, Json.parse(Json.write(value)), () -> new String(text, StandardCharsets.ISO_8859_1));
            } catch (MalformedJsonException e) {
                read[1]++;
            }
        });
        assertTrue(read[0] > 0 && read[1] > 0, read[0] + " read, " + read[1] + " malformed");
    }

    /** Any value is a document or is refused with its place. */
    @Test
    void anyValueIsADocumentOrIsNot() throws Exception {
        List<Map<?, ?>> samples = List.of(Problem.toJson(new Failure.NotFound("tracker", "7", List.of("x")), 404), Problem.toJson(new Failure.VerifierRejected("p", 13, "r", "f", 1, "t", "h", "l"), 422));
        repeat(() -> {
            Map<Object, Object> json = new LinkedHashMap<>(samples.get(random.nextInt(samples.size())));
            List<Object> names = new ArrayList<>(json.keySet());
            for (int n = 1 + random.nextInt(3); n > 0; n--) json.put(names.get(random.nextInt(names.size())), value(1));
            try {
                Problem.fromJson(json);
            } catch (InvalidDocumentException e) {
                assertTrue(e.pointer().isEmpty() || e.pointer().startsWith("/"), e.pointer());
            }
            for (Class<?> type : List.of(TrackerInfo.class, StartRequest.class, CompileRequest.class)) {
                try {
                    Documents.fromJson(type, random.nextBoolean() ? json : value(0), Documents.Unknown.REFUSED);
                } catch (InvalidDocumentException e) {
                    assertTrue(e.pointer().isEmpty() || e.pointer().startsWith("/"), e.pointer());
                }
            }
        });
    }
}
