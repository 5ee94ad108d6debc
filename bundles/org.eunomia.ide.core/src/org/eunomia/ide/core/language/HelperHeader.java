package org.eunomia.ide.core.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads libbpf's {@code bpf_helper_defs.h}, which a script of the kernel makes: a comment, then the declaration of a pointer to a function. */
final class HelperHeader {
    private static final Pattern ENTRY = Pattern.compile("/\\*\\n \\* (\\w+)\\n(.*?)\\*/\\n(?:__\\w+ )?static ([^;]*?)\\(\\* const \\1\\)(\\(.*?\\)) = \\(void \\*\\) \\d+;", Pattern.DOTALL);

    record Entry(String prototype, String description) { }

    private HelperHeader() { }

    /** By name, in the order of the header. */
    static Map<String, Entry> read(String text) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Matcher m = ENTRY.matcher(text);
        while (m.find()) {
            String result = m.group(3);
            String space = result.endsWith("*") || result.endsWith(" ") ? "" : " ";
            entries.put(m.group(1), new Entry(result + space + m.group(1) + m.group(4).replaceAll("\\s+", " "), description(m.group(2))));
        }
        return entries;
    }

    private static String description(String comment) {
        StringBuilder text = new StringBuilder();
        for (String line : comment.split("\n")) text.append(line.replaceFirst("^ \\*[ \t]?\t?", "").stripTrailing()).append('\n');
        return text.toString().strip();
    }
}
