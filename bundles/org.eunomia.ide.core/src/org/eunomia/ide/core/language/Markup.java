package org.eunomia.ide.core.language;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.ide.core.language.RichText.Style;

/** Reads the little markup that language servers and the kernel's documentation use. What it does not know stays as it is. */
public final class Markup {
    private static final Pattern INLINE = Pattern.compile("``(.+?)``|`([^`]+)`|\\*\\*(.+?)\\*\\*|(?<![\\\\\\w*])\\*([\\w][^*\n]*?)\\*(?!\\w)");
    private static final Pattern FENCE = Pattern.compile("^\\s*```.*$");
    private static final Pattern ITEM = Pattern.compile("^(\\s*)(?:[-*+]|\\d+\\.)\\s+(.*)$");

    private Markup() { }

    /** Markdown, as in the Language Server Protocol. */
    public static RichText markdown(String text) {
        RichText.Builder b = RichText.builder();
        boolean code = false;
        for (String raw : text.split("\n", -1)) {
            String line = raw.stripTrailing();
            if (FENCE.matcher(line).matches()) {
                code = !code;
                b.line();
            } else if (code) b.styled(Style.CODE, line).plain("\n");
            else if (line.startsWith("#")) b.blank().styled(Style.HEADING, plain(line.replaceFirst("^#+\\s*", ""))).plain("\n");
            else if (line.matches("\\s*(-{3,}|\\*{3,}|_{3,})\\s*")) b.blank();
            else if (line.isBlank()) b.blank();
            else inline(b, ITEM.matcher(line).replaceFirst("$1• $2"), Markup::unescape).plain("\n");
        }
        return b.build();
    }

    /** reStructuredText, as in the comments of {@code bpf_helper_defs.h}; lines of a paragraph are joined. */
    public static RichText restructured(String text) {
        RichText.Builder b = RichText.builder();
        boolean code = false;
        String before = "";
        for (String raw : text.split("\n", -1)) {
            String line = raw.stripTrailing();
            boolean indented = line.startsWith("\t") || line.startsWith("    ");
            if (line.strip().equals("::")) {
                code = true;
                continue;
            }
            if (!line.isBlank() && !indented) code = false;
            if (line.isBlank()) b.blank();
            else if (line.equals("Returns")) b.blank().styled(Style.BOLD, "Returns").plain("\n");
            else if (code) b.line().styled(Style.CODE, "    " + line.strip()).plain("\n");
            else {
                String item = ITEM.matcher(line.strip()).replaceFirst("$1• $2");
                boolean joins = !before.isBlank() && !before.equals("Returns") && indent(before) == indent(line) && !item.startsWith("•");
                if (joins) b.plain(" ");
                else b.line();
                if (indented && !joins) b.plain("    ");
                inline(b, roles(item), UnaryOperator.identity());
            }
            before = line;
        }
        return b.build();
    }

    private static int indent(String line) {
        return line.replace("\t", "    ").length() - line.strip().length();
    }

    /** A backslash before a space joins; before anything else it means the thing itself. */
    private static String roles(String text) {
        return text.replaceAll("\\\\ ", "").replaceAll("\\\\(.)", "$1").replaceAll("\\\\$", "");
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\([\\\\`*_{}\\[\\]()#+.!<>~|-])", "$1").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&nbsp;", " ");
    }

    private static String plain(String text) {
        return unescape(text.replace("`", "").replace("**", ""));
    }

    private static RichText.Builder inline(RichText.Builder b, String line, UnaryOperator<String> plain) {
        Matcher m = INLINE.matcher(line);
        int at = 0;
        while (m.find()) {
            b.plain(plain.apply(line.substring(at, m.start())));
            if (m.group(1) != null || m.group(2) != null) b.styled(Style.CODE, m.group(1) != null ? m.group(1) : m.group(2));
            else if (m.group(3) != null) b.styled(Style.BOLD, m.group(3));
            else b.styled(Style.ITALIC, m.group(4));
            at = m.end();
        }
        return b.plain(plain.apply(line.substring(at)));
    }
}
