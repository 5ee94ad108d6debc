package org.eunomia.ide.core.fixes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function around a line, as far as one can tell by its first and last column.
 *
 * @param firstLine of its body
 * @param head      everything from its return type to the brace
 */
record Enclosing(SourceText text, int firstLine, int lastLine, String head) {
    private static final int MOST_HEAD_LINES = 6;

    static Enclosing of(SourceText text, int line) {
        int first = line;
        while (first > 1 && !text.line(first).startsWith("{") && !text.line(first).matches("\\w.*\\{\\s*")) first--;
        StringBuilder head = new StringBuilder(text.line(first));
        for (int l = first - 1; l > 0 && l > first - MOST_HEAD_LINES && !text.line(l).isBlank() && !text.line(l).startsWith("}") && !text.line(l).startsWith("#"); l--) {
            head.insert(0, text.line(l) + "\n");
        }
        int last = line;
        while (last < text.lines() && !text.line(last).startsWith("}")) last++;
        return new Enclosing(text, first, last, head.toString());
    }

    /** The statement that gives up. */
    String leave() {
        if (Pattern.compile("(?m)^(?:static |__always_inline |__noinline |inline )*void\\s+\\w+\\s*\\(").matcher(head).find()) return "return;";
        if (head.contains("xdp_md")) return "return XDP_PASS;";
        if (Pattern.compile("SEC\\(\"(?:tc|tcx|classifier)\\b").matcher(head).find()) return "return TC_ACT_OK;";
        return "return 0;";
    }

    /** First group of the first match in the body. */
    Optional<String> find(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        for (int l = firstLine; l <= lastLine; l++) {
            Matcher m = wanted.matcher(text.line(l));
            if (m.find()) return Optional.of(m.group(1));
        }
        return Optional.empty();
    }
}
