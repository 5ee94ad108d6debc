package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with places to fill in, read from the notation of the Language Server Protocol: {@code f(${1:int a}, ${2:int b})$0}.
 *
 * @param fields in the order in which they are visited
 * @param end    where the cursor stands afterwards
 */
public record Snippet(String text, List<Field> fields, int end) {
    private static final Pattern PLACE = Pattern.compile("\\\\([\\\\$}])|\\$(\\d+)|\\$\\{(\\d+)(?::((?:[^}\\\\]|\\\\.)*))?}");

    public record Field(int number, int offset, int length) { }

    public Snippet {
        fields = List.copyOf(fields);
    }

    public static Snippet plain(String text) {
        return new Snippet(text, List.of(), text.length());
    }

    public static Snippet read(String source) {
        StringBuilder text = new StringBuilder();
        List<Field> fields = new ArrayList<>();
        int end = -1;
        Matcher m = PLACE.matcher(source);
        int at = 0;
        while (m.find()) {
            text.append(source, at, m.start());
            at = m.end();
            if (m.group(1) != null) {
                text.append(m.group(1));
                continue;
            }
            int number = Integer.parseInt(m.group(2) != null ? m.group(2) : m.group(3));
            String inner = m.group(4) == null ? "" : m.group(4).replaceAll("\\\\(.)", "$1");
            if (number == 0) end = text.length();
            else fields.add(new Field(number, text.length(), inner.length()));
            text.append(inner);
        }
        text.append(source.substring(at));
        fields.sort((a, b) -> Integer.compare(a.number(), b.number()));
        return new Snippet(text.toString(), fields, end < 0 ? text.length() : end);
    }
}
