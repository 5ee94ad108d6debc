package org.eunomia.ide.core.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report at the end of the log of a refused program from Linux 7.3 on. It is what kernel/bpf/diagnostics.c there prints: a head line
 * {@code Verification failed: CATEGORY: Problem}, then sections with a title at the margin and indented text below it. Reason and Suggestion are prose,
 * wrapped at 100 columns; the others are made of {@link Note}s.
 *
 * @param category   such as {@code Memory Safety}
 * @param suggestion empty when there is none
 * @param notes      by title of the section: {@code At}, {@code Causal path}, {@code Active lock}
 * @param remarks    what the causal path says besides, such as how many events it leaves out
 */
public record VerifierReport(String category, String problem, String reason, String suggestion, Map<String, List<Note>> notes, List<String> remarks) {
    static final String HEAD = "Verification failed:";
    private static final Pattern MARKED_INSTRUCTION = Pattern.compile("\\s*>>>\\s*(\\d{1,9}) \\| (?:\\([0-9a-f]{2}\\)|<).*");
    private static final Pattern TITLE = Pattern.compile("([A-Z][A-Za-z ]*):\\s*");

    /**
     * Something that happened at an instruction.
     *
     * @param function    that it is in, empty when unknown
     * @param column      1-based, 0 when unknown
     * @param instruction -1 when unknown
     * @param label       {@code error}, {@code branch}, {@code update}, {@code acquired} …
     */
    public record Note(String function, SourceLine source, int column, int instruction, String label, String message) { }

    public VerifierReport {
        notes = Map.copyOf(notes);
        remarks = List.copyOf(remarks);
    }

    public Optional<Note> at() {
        return notes.getOrDefault("At", List.of()).stream().findFirst();
    }

    /** What led there, in its order. */
    public List<Note> causalPath() {
        return notes.getOrDefault("Causal path", List.of());
    }

    /** Index of the first line of the report, the number of lines when there is none. */
    static int start(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) if (lines.get(i).startsWith(HEAD)) return i;
        return lines.size();
    }

    /** The instruction that is marked in the place around a line, which blank lines end; -1 when there is none. */
    static int instructionAt(List<String> lines, int line) {
        int first = Math.min(line, lines.size() - 1);
        while (first > 0 && !lines.get(first - 1).isBlank()) first--;
        int marked = -1;
        for (int i = first; i < lines.size() && !lines.get(i).isBlank(); i++) {
            Matcher m = MARKED_INSTRUCTION.matcher(lines.get(i));
            if (m.matches()) marked = Integer.parseInt(m.group(1));
        }
        return marked;
    }

    static Optional<VerifierReport> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith(HEAD)) return Optional.empty();
        String[] head = lines.getFirst().substring(HEAD.length()).strip().split(": ", 2);
        String problem = head.length > 1 ? head[1] : "";
        Map<String, List<String>> sections = sections(lines.subList(1, lines.size()));
        Map<String, List<Note>> notes = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        sections.forEach((title, text) -> {
            if (title.equals("Reason") || title.equals("Suggestion")) return;
            ReportNotes read = ReportNotes.read(text);
            notes.put(title, read.notes());
            remarks.addAll(read.remarks());
        });
        String reason = prose(sections.get("Reason"));
        return Optional.of(new VerifierReport(head[0], problem, reason.isEmpty() ? String.join(": ", head) : reason, prose(sections.get("Suggestion")), notes, remarks));
    }

    private static Map<String, List<String>> sections(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = null;
        for (String line : lines) {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) sections.put(title.group(1), current = new ArrayList<>());
            else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) current = null;
            else if (current != null) current.add(line);
        }
        return sections;
    }

    /** Wrapped lines put together again. */
    private static String prose(List<String> lines) {
        return lines == null ? "" : String.join(" ", lines.stream().map(String::strip).filter(s -> !s.isEmpty()).toList());
    }
}
