package org.eunomia.toolchain.internal.comments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment, apart into prose and annotations.
 *
 * @param text        the prose in one line, without markers
 * @param annotations by name what follows {@code @name}, in the order in which they stand
 */
public record Comment(String text, Map<String, List<String>> annotations) {
    public static final Comment NONE = new Comment("", Map.of());
    private static final Pattern MARKER = Pattern.compile("^\\s*(?:/\\*[*!]?<?|//[/!]?<?|\\*(?!/))?\\s?");
    private static final Pattern ANNOTATION = Pattern.compile("^\\s*@([A-Za-z_]\\w*)\\b[ \\t:]*(.*)$");
    private static final Pattern ANY_LETTER = Pattern.compile("\\p{L}");

    /** @param raw with markers and line ends */
    static Comment parse(String raw) {
        StringBuilder text = new StringBuilder();
        Map<String, List<String>> annotations = new LinkedHashMap<>();
        List<String> lines = raw.lines().map(Comment::bare).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = ANNOTATION.matcher(lines.get(i));
            if (!m.matches()) {
                if (ANY_LETTER.matcher(lines.get(i)).find()) text.append(' ').append(lines.get(i).strip());
                continue;
            }
            StringBuilder value = new StringBuilder(m.group(2).strip());
            // A JSON value may go on over several lines.
            while (isOpen(value) && i + 1 < lines.size()) value.append(' ').append(lines.get(++i).strip());
            annotations.computeIfAbsent(m.group(1), n -> new ArrayList<>()).add(value.toString());
        }
        return new Comment(text.toString().strip().replaceAll("\\s+", " "), annotations);
    }

    private static String bare(String line) {
        return MARKER.matcher(line).replaceFirst("").replaceFirst("\\s*\\*+/\\s*$", "");
    }

    private static boolean isOpen(CharSequence value) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) depth += value.charAt(i) == '{' ? 1 : value.charAt(i) == '}' ? -1 : 0;
        return depth > 0;
    }

    public boolean has(String annotation) {
        return annotations.containsKey(annotation);
    }

    /** The values of all annotations of that name. */
    public List<String> values(String annotation) {
        return annotations.getOrDefault(annotation, List.of());
    }

    public Optional<String> value(String annotation) {
        return values(annotation).stream().findFirst();
    }

    /** What it says in words: an explicit description, else the prose. */
    public String description() {
        return value("description").or(() -> value("brief")).filter(v -> !v.isEmpty()).orElse(text);
    }
}
