package org.eunomia.ide.core.fixes;

import java.util.List;
import java.util.regex.Pattern;
import org.eunomia.ide.core.fixes.Headers.Header;

/** Includes a header: kernel types before all others, the rest behind the last one. */
final class IncludeFix {
    private static final Pattern INCLUDE = Pattern.compile("\\s*#\\s*include\\b.*");
    private static final String KERNEL_TYPES = "\"vmlinux.h\"";

    private IncludeFix() { }

    static List<Fix> of(SourceText text, Header header) {
        if (text.text().contains(header.name()) || header.name().equals(KERNEL_TYPES) && text.text().contains("<linux/")) return List.of();
        int line = header.name().equals(KERNEL_TYPES) ? first(text) : behindLast(text);
        return List.of(new Fix("Include " + header.name(), List.of(new SourceEdit(text.start(line), 0, "#include " + header.name() + "\n"))));
    }

    private static int first(SourceText text) {
        for (int line = 1; line <= text.lines(); line++) if (INCLUDE.matcher(text.line(line)).matches()) return line;
        return behindComments(text);
    }

    private static int behindLast(SourceText text) {
        for (int line = text.lines(); line >= 1; line--) if (INCLUDE.matcher(text.line(line)).matches()) return line + 1;
        return behindComments(text);
    }

    /** A file mostly begins with its licence. */
    private static int behindComments(SourceText text) {
        boolean open = false;
        for (int line = 1; line <= text.lines(); line++) {
            String content = text.line(line).strip();
            if (open) open = !content.contains("*/");
            else if (content.startsWith("/*")) open = !content.contains("*/");
            else if (!content.startsWith("//") && !content.isEmpty()) return line;
        }
        return 1;
    }

    static int behindIncludes(SourceText text) {
        return behindLast(text);
    }
}
