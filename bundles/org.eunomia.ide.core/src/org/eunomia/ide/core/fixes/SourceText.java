package org.eunomia.ide.core.fixes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A source with its lines. Lines and columns count from 1, columns in bytes of UTF-8 as compilers do, offsets from 0 in characters. */
public final class SourceText {
    private final String text;
    private final List<Integer> starts = new ArrayList<>(List.of(0));

    public SourceText(String text) {
        this.text = text;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.add(i + 1);
    }

    public String text() {
        return text;
    }

    public int lines() {
        return starts.size();
    }

    /** Of a line that is not there: the end of the text. */
    public int start(int line) {
        return line < 1 ? 0 : line > starts.size() ? text.length() : starts.get(line - 1);
    }

    /** Without the line's end. */
    public String line(int line) {
        if (line < 1 || line > starts.size()) return "";
        int end = line == starts.size() ? text.length() : starts.get(line) - 1;
        return text.substring(starts.get(line - 1), end).replaceFirst("\r$", "");
    }

    public String indent(int line) {
        String content = line(line);
        return content.substring(0, content.length() - content.stripLeading().length());
    }

    public int offset(int line, int column) {
        String content = line(line);
        int bytes = 0;
        int at = 0;
        while (at < content.length() && bytes < column - 1) {
            int point = content.codePointAt(at);
            bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            at += Character.charCount(point);
        }
        return start(line) + at;
    }

    /** End of the word, string or single character at {@code offset}, which stays on its line. */
    public int wordEnd(int offset) {
        if (offset >= text.length()) return text.length();
        char first = text.charAt(offset);
        int end = offset + 1;
        if (Character.isJavaIdentifierPart(first)) {
            while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) end++;
        } else if (first == '"' || first == '<') {
            int line = text.indexOf('\n', offset);
            int close = text.indexOf(first == '"' ? '"' : '>', end);
            if (close > 0 && (line < 0 || close < line)) end = close + 1;
        }
        return first == '\n' || first == '\r' ? offset : end;
    }
}
