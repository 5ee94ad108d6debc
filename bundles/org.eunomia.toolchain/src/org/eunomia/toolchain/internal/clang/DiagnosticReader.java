package org.eunomia.toolchain.internal.clang;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Diagnostic.Edit;
import org.eunomia.core.Diagnostic.Severity;

/** Takes what clang prints apart. Needs {@code -fdiagnostics-parseable-fixits}, whose lines are kept from the user. */
final class DiagnosticReader {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*[mK]");
    private static final Pattern MESSAGE = Pattern.compile("(?:(.+?):(\\d+):(\\d+): |(?:clang(?:-\\d+)?: )?)(fatal error|error|warning|remark|note): (.*)");
    /** The back end names the place, and the function, within its message. */
    private static final Pattern BACK_END = Pattern.compile("(\\S+?):(\\d+):(\\d+): in function (\\S+) .*?\\): (.*)");
    private static final Pattern FIX_IT = Pattern.compile("fix-it:\"(.*)\":\\{(\\d+):(\\d+)-(\\d+):(\\d+)\\}:\"(.*)\"");

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private DiagnosticReader() { }

    static Messages read(String output) {
        DiagnosticReader reader = new DiagnosticReader();
        output.lines().forEach(reader::line);
        return new Messages(reader.diagnostics, reader.text.toString());
    }

    private void line(String coloured) {
        String line = COLOUR.matcher(coloured).replaceAll("");
        Matcher fix = FIX_IT.matcher(line);
        if (fix.matches()) {
            addFixIt(unescaped(fix.group(1)), edit(fix));
            return;
        }
        text.append(coloured).append('\n');
        Matcher m = MESSAGE.matcher(line);
        if (m.matches()) diagnostics.add(diagnostic(m));
    }

    private static Diagnostic diagnostic(Matcher m) {
        Severity severity = switch (m.group(4)) {
            case "warning" -> Severity.WARNING;
            case "remark" -> Severity.REMARK;
            case "note" -> Severity.NOTE;
            default -> Severity.ERROR;
        };
        if (m.group(1) != null) return new Diagnostic(m.group(1), number(m.group(2)), number(m.group(3)), severity, m.group(5), "");
        Matcher b = BACK_END.matcher(m.group(5));
        if (b.matches()) return new Diagnostic(b.group(1), number(b.group(2)), number(b.group(3)), severity, "in function " + b.group(4) + ": " + b.group(5), "");
        return new Diagnostic("", 0, 0, severity, m.group(5), "");
    }

    private static int number(String digits) {
        return digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    private static Edit edit(Matcher m) {
        return new Edit(number(m.group(2)), number(m.group(3)), number(m.group(4)), number(m.group(5)), unescaped(m.group(6)));
    }

    /** A fix-it follows the message that it belongs to. A fix that reaches into another file is none that can be offered at the place of the message. */
    private void addFixIt(String file, Edit edit) {
        if (diagnostics.isEmpty()) return;
        Diagnostic d = diagnostics.getLast();
        boolean first = d.fixIt().isEmpty() && d.edits().isEmpty();
        List<Edit> edits = new ArrayList<>(d.edits());
        if (file.equals(d.file()) && (first || !edits.isEmpty())) edits.add(edit);
        else edits.clear();
        diagnostics.set(diagnostics.size() - 1, new Diagnostic(d.file(), d.line(), d.column(), d.severity(), d.message(), first ? edit.text() : d.fixIt(), edits));
    }

    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }
}
