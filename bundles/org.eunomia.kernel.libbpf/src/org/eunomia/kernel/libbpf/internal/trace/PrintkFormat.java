package org.eunomia.kernel.libbpf.internal.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tracepoint {@code bpf_trace:bpf_trace_printk} (Linux 5.9), as its files in tracefs describe it.
 *
 * @param messageOffset where in the raw record a u32 says where the text is: offset in the low half, length in the high half
 */
record PrintkFormat(int id, int messageOffset) {
    private static final Pattern MESSAGE = Pattern.compile("\\s*field:__data_loc char\\[\\] \\w+;\\s*offset:(\\d+);.*");

    /** @throws IOException when the kernel has no such tracepoint */
    static PrintkFormat read(Path tracefs) throws IOException {
        Path folder = tracefs.resolve("events/bpf_trace/bpf_trace_printk");
        int id = Integer.parseInt(Files.readString(folder.resolve("id")).strip());
        for (String line : Files.readAllLines(folder.resolve("format"))) {
            Matcher field = MESSAGE.matcher(line);
            if (field.matches()) return new PrintkFormat(id, Integer.parseInt(field.group(1)));
        }
        throw new IOException("unknown format of " + folder);
    }

    /** The text in a raw record, without its line end. */
    String message(ByteBuffer raw) {
        if (raw.remaining() < messageOffset + Integer.BYTES) return "";
        int location = raw.getInt(raw.position() + messageOffset);
        int offset = location & 0xffff;
        int length = Math.min(location >>> 16, raw.remaining() - offset);
        if (length <= 0) return "";
        byte[] text = new byte[length];
        raw.get(raw.position() + offset, text);
        int end = 0;
        while (end < length && text[end] != 0) end++;
        return new String(text, 0, end, StandardCharsets.UTF_8).stripTrailing();
    }
}
