package org.eunomia.ide.core.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.ide.core.verify.VerifierReport.Note;

/**
 * A section of places: each names itself, shows the C lines around it with a remark below the one that is meant, and the instructions around it.
 * <pre>
 *   probe @ x.bpf.c:12:6
 *   Source context:
 *       11 |   long *v = bpf_map_lookup_elem(&amp;m, &amp;key);
 *   >>> 12 |   *v += 1;
 *          |   ^-- error: invalid dereference of R0 (a nullable map value pointer)
 *   Instruction context:
 *   >>> 7 | (79) r1 = *(u64 *)(r0 +0)
 * </pre>
 */
record ReportNotes(List<Note> notes, List<String> remarks) {
    private static final Pattern PLACE = Pattern.compile("  (?:(\\S+) @ )?(\\S.*):(\\d+):(\\d+)");
    private static final Pattern INSTRUCTION = Pattern.compile("  insn (\\d+)");
    private static final Pattern MARKED = Pattern.compile("\\s*>>>\\s*(\\d+) \\|(.*)");
    private static final Pattern REMARK = Pattern.compile("\\s+\\|\\s*\\^-- (\\w[\\w ]*): (.*)");
    private static final Pattern WRAPPED = Pattern.compile("\\s+\\|\\s+(\\S.*)");

    static ReportNotes read(List<String> lines) {
        Reader reader = new Reader();
        lines.forEach(reader::line);
        reader.finish();
        return new ReportNotes(reader.notes, reader.remarks);
    }

    private static final class Reader {
        final List<Note> notes = new ArrayList<>();
        final List<String> remarks = new ArrayList<>();
        private Note now;
        private boolean remarking;

        void line(String line) {
            Matcher m;
            if (line.isBlank()) remarking = false;
            else if ((m = PLACE.matcher(line)).matches()) start(m.group(1) == null ? "" : m.group(1), new SourceLine(m.group(2), number(m.group(3)), ""), number(m.group(4)), -1);
            else if ((m = INSTRUCTION.matcher(line)).matches()) start("", SourceLine.NONE, 0, number(m.group(1)));
            else if (now == null) remarks.add(line.strip());
            else if ((m = MARKED.matcher(line)).matches()) marked(number(m.group(1)), m.group(2).strip());
            else if ((m = REMARK.matcher(line)).matches()) remark(m.group(1), m.group(2));
            else if (remarking && (m = WRAPPED.matcher(line)).matches()) remark(now.label(), now.message() + " " + m.group(1));
            else if (line.startsWith("  ") && line.charAt(2) != ' ' && !line.endsWith("context:")) remarks.add(line.strip());
            else remarking = false;
        }

        private void start(String function, SourceLine source, int column, int instruction) {
            finish();
            now = new Note(function, source, column, instruction, "", "");
        }

        /** The same mark stands before the line and before the instruction. */
        private void marked(int number, String text) {
            SourceLine source = now.source();
            boolean isSource = source.line() > 0 && number == source.line() && source.text().isEmpty() && now.message().isEmpty();
            if (isSource) now = new Note(now.function(), new SourceLine(source.file(), source.line(), text), now.column(), now.instruction(), now.label(), now.message());
            else now = new Note(now.function(), source, now.column(), number, now.label(), now.message());
            remarking = false;
        }

        private void remark(String label, String message) {
            now = new Note(now.function(), now.source(), now.column(), now.instruction(), label, message.strip());
            remarking = true;
        }

        void finish() {
            if (now != null) notes.add(now);
            now = null;
            remarking = false;
        }

        private static int number(String digits) {
            return digits.length() > 9 ? 0 : Integer.parseInt(digits);
        }
    }
}
