package org.eunomia.ide.core.language;

import java.util.List;

/** Makes comments of whole lines, or lines of comments. */
public final class LineComments {
    private static final String MARK = "//";

    private LineComments() { }

    /**
     * @param lines without their ends
     * @return the same lines commented out, or without the mark when all of them that are not blank have one
     */
    public static List<String> toggle(List<String> lines) {
        boolean all = lines.stream().filter(l -> !l.isBlank()).allMatch(l -> l.stripLeading().startsWith(MARK));
        boolean any = lines.stream().anyMatch(l -> !l.isBlank());
        if (!any) return lines;
        if (all) return lines.stream().map(LineComments::without).toList();
        int column = lines.stream().filter(l -> !l.isBlank()).mapToInt(l -> l.length() - l.stripLeading().length()).min().orElse(0);
        return lines.stream().map(l -> l.isBlank() ? l : l.substring(0, column) + MARK + " " + l.substring(column)).toList();
    }

    private static String without(String line) {
        int at = line.indexOf(MARK);
        if (at < 0) return line;
        String rest = line.substring(at + MARK.length());
        return line.substring(0, at) + (rest.startsWith(" ") ? rest.substring(1) : rest);
    }
}
