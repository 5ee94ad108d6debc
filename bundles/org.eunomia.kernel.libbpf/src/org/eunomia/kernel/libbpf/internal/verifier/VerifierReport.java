package org.eunomia.kernel.libbpf.internal.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report that Linux 7.3 and newer put at the end of the log (kernel/bpf/diagnostics.c): a head line, then the sections Reason, At, Causal path
 * and Suggestion, whose lines are indented and wrapped.
 */
final class VerifierReport {
    static final String START = "Verification failed:";
    private static final Pattern TITLE = Pattern.compile("(Reason|At|Causal path|Suggestion):\\s*");
    private static final Pattern PLACE = Pattern.compile("\\s+(?:\\S+ @ )?(.+):(\\d+):\\d+");
    private static final Pattern INSTRUCTION = Pattern.compile("\\s+insn (\\d+)");
    private static final String MARK = ">>> ";

    private VerifierReport() { }

    static Optional<Rejection> parse(String log) {
        int start = log.startsWith(START) ? 0 : log.lastIndexOf("\n" + START) + 1;
        if (start == 0 && !log.startsWith(START)) return Optional.empty();
        List<String> lines = log.substring(start).lines().toList();
        Map<String, List<String>> sections = sections(lines);
        String reason = text(sections.get("Reason"));
        if (reason.isEmpty()) reason = lines.getFirst().substring(START.length()).strip();
        return Optional.of(at(sections.getOrDefault("At", List.of()), reason, text(sections.get("Suggestion"))));
    }

    private static Map<String, List<String>> sections(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = null;
        for (String line : lines) {
            Matcher title = TITLE.matcher(line);
            if (title.matches()) sections.put(title.group(1), current = new ArrayList<>());
            else if (line.isBlank() || !Character.isWhitespace(line.charAt(0))) current = line.isBlank() ? current : null;
            else if (current != null) current.add(line);
        }
        return sections;
    }

    /** Wrapped lines put together again. */
    private static String text(List<String> lines) {
        return lines == null ? "" : String.join(" ", lines.stream().map(String::strip).toList());
    }

    private static Rejection at(List<String> lines, String reason, String suggestion) {
        String file = "";
        int line = 0;
        int instruction = -1;
        String text = "";
        for (String l : lines) {
            Matcher place = PLACE.matcher(l);
            Matcher insn = INSTRUCTION.matcher(l);
            if (line == 0 && place.matches()) {
                file = place.group(1);
                line = Integer.parseInt(place.group(2));
            } else if (insn.matches()) {
                instruction = Integer.parseInt(insn.group(1));
            } else if (line > 0 && text.isEmpty() && l.strip().startsWith(MARK)) {
                text = l.substring(l.indexOf('|') + 1).strip();
            }
        }
        return new Rejection(reason, instruction, file, line, text, suggestion);
    }
}
