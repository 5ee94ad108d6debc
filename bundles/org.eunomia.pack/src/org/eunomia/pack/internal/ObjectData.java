package org.eunomia.pack.internal;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.pack.internal.json.JsonObject;

/** The bytes of an object in a document: base64 or base64 of zlib (RFC 1950). */
public final class ObjectData {
    private static final String DAMAGED = "the package was damaged or cut off on its way; fetch or build it again";

    private ObjectData() { }

    /** The member {@code object} of format 1. */
    public static Map<String, Object> write(byte[] object) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("encoding", "zlib+base64");
        out.put("size", object.length);
        out.put("sha256", sha256(object));
        out.put("data", Base64.getEncoder().encodeToString(deflate(object)));
        return out;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** White space is skipped, as 0.1.0 puts lines; padding has to be complete, because that tells a text that was cut off. */
    public static byte[] base64(JsonObject in, String member, int limit) throws OperationFailedException {
        String text = in.text(member);
        byte[] digits = new byte[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == ' ' || c == '\t') continue;
            if (c >= 0x80 || !(Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=')) {
                throw in.invalid(member, "character " + i + " (" + String.format("U+%04X", (int) c) + ") is not of base64", DAMAGED);
            }
            digits[count++] = (byte) c;
        }
        if (count == 0) throw in.invalid(member, "there is no object", "");
        if (count % 4 != 0) throw in.invalid(member, "the base64 is cut off: " + count + " characters are no multiple of 4", DAMAGED);
        if (count / 4L * 3 - 2 > limit) throw limit(in, limit);
        try {
            return Base64.getDecoder().decode(Arrays.copyOf(digits, count));
        } catch (IllegalArgumentException e) {
            throw in.invalid(member, "the base64 is damaged: " + e.getMessage(), DAMAGED);
        }
    }

    /** @param size what it has to come to, -1 when the document does not say */
    public static byte[] inflate(JsonObject in, String member, byte[] compressed, int size, int limit) throws OperationFailedException {
        int most = size < 0 ? limit : size;
        if (most > limit) throw limit(in, limit);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(most, 8 * compressed.length) + 1);
            byte[] buffer = new byte[16384];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsDictionary()) throw in.invalid(member, "the compressed object needs a dictionary", "");
                if (read == 0 && inflater.needsInput()) throw in.invalid(member, "the compressed object is cut off after " + out.size() + " bytes", DAMAGED);
                if (out.size() + read > most && size < 0) throw limit(in, limit);
                if (out.size() + read > most) throw in.invalid(member, "the object has more than the " + size + " bytes that the package says", DAMAGED);
                out.write(buffer, 0, read);
            }
            if (inflater.getRemaining() > 0) throw in.invalid(member, inflater.getRemaining() + " bytes follow the compressed object", DAMAGED);
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw in.invalid(member, "the compressed object is damaged" + (e.getMessage() == null ? "" : ": " + e.getMessage()), DAMAGED);
        } finally {
            inflater.end();
        }
    }

    /** @param sizeMember the member of {@code in} that says {@code size} */
    public static void requireSize(JsonObject in, String sizeMember, int size, byte[] object) throws OperationFailedException {
        if (object.length != size) throw in.invalid(sizeMember, "the package says " + size + " bytes, but the object has " + object.length, DAMAGED);
    }

    public static void requireElf(JsonObject in, String member, byte[] object) throws OperationFailedException {
        if (object.length < 4 || object[0] != 0x7f || object[1] != 'E' || object[2] != 'L' || object[3] != 'F') {
            throw in.invalid(member, "the object is not an ELF file", "an object comes from clang -target bpf -g -c");
        }
    }

    private static OperationFailedException limit(JsonObject in, int limit) {
        return new OperationFailedException(new Failure.LimitExceeded("the object of package " + in.source(), (limit >> 10) + " KiB", "no BPF object needs that much: is this one?"));
    }
}
