package org.eunomia.ide.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eunomia.core.Diagnostic.Edit;

/** Changes that a compiler proposes as the text of a marker's attribute: each way to do it a line, its edits separated by tabs, as {@code 3:10-3:12=text}. */
public final class ProposedEdits {
    private static final Pattern EDIT = Pattern.compile("(\\d+):(\\d+)-(\\d+):(\\d+)=(.*)");

    private ProposedEdits() { }

    static String write(List<List<Edit>> ways) {
        return ways.stream().map(way -> way.stream().map(ProposedEdits::write).collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
    }

    private static String write(Edit e) {
        return e.line() + ":" + e.column() + "-" + e.endLine() + ":" + e.endColumn() + "=" + e.text().replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    /** What is not of that form is left out. */
    public static List<List<Edit>> read(String text) {
        List<List<Edit>> ways = new ArrayList<>();
        for (String line : text.split("\n")) {
            List<Edit> way = new ArrayList<>();
            for (String edit : line.split("\t")) {
                Matcher m = EDIT.matcher(edit);
                if (m.matches()) way.add(new Edit(number(m, 1), number(m, 2), number(m, 3), number(m, 4), unescaped(m.group(5))));
            }
            if (!way.isEmpty()) ways.add(way);
        }
        return ways;
    }

    private static int number(Matcher m, int group) {
        return m.group(group).length() > 9 ? 0 : Integer.parseInt(m.group(group));
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) out.append(c);
            else {
                char next = text.charAt(++i);
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            }
        }
        return out.toString();
    }
}
