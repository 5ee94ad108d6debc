package org.eunomia.kernel.libbpf.internal.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the kernel's log of a program that the verifier refused (kernel/bpf/log.c, kernel/bpf/verifier.c). Instructions stand in it in the order in
 * which they were visited, source lines before the first instruction of each, and at the end why it went no further. From Linux 7.3 on a report in
 * sections follows, which {@link VerifierReport} reads.
 */
public final class VerifierLog {
    private static final Pattern INSTRUCTION = Pattern.compile("(\\d+): (?:\\([0-9a-f]{2}\\)|<).*");
    /** Behind a jump that leads back, the reason follows on the same line; ordinarily that is the state or a comment. */
    private static final Pattern AFTER_JUMP = Pattern.compile("goto pc[+-]\\d+ +(?!;|\\d+: )(\\S.*)");
    private static final Pattern SOURCE = Pattern.compile("; ?(.*?)(?: @ (.+):(\\d+))?");
    private static final Pattern NAMED_INSTRUCTION = Pattern.compile("\\b(?:at|from|unreachable) insn (\\d+)");
    /** Register states, with or without the instruction that they belong to, and what else is no reason. */
    private static final Pattern NOISE = Pattern.compile("(?:\\d+: )?(?:frame\\d+: )?R\\d+(?:_\\w+)?=.*|(?:cur|old) state:.*|from \\d+ to \\d+.*|last_idx .*"
            + "|regs=.*|mark_precise:.*|parent .*|arg#\\d+ reference type.*|reg type unsupported for arg.*|processed \\d+ insns.*|verification time .*|stack depth .*|caller:|callee:"
            + "|returning from callee:|to caller at \\d+:|func#\\d+ .*|Validating .*|Func#\\d+ .*|-- (?:BEGIN|END) .*|\\s*");
    private static final String STATISTICS = "processed ";
    private static final int MOST_REASON_LINES = 3;

    private VerifierLog() { }

    /** Whether the log was kept to its end: the kernel closes it with statistics. */
    public static boolean isComplete(String log) {
        int last = log.stripTrailing().lastIndexOf('\n') + 1;
        return log.startsWith(STATISTICS, last);
    }

    public static Rejection parse(String log) {
        return VerifierReport.parse(log).map(report -> complete(report, plain(log))).orElseGet(() -> plain(log));
    }

    private static Rejection complete(Rejection report, Rejection plain) {
        return report.line() > 0 ? new Rejection(report.reason(), plain.instruction(), report.file(), report.line(), report.sourceText(), report.suggestion())
                : new Rejection(report.reason(), plain.instruction(), plain.file(), plain.line(), plain.sourceText(), report.suggestion());
    }

    private static Rejection plain(String log) {
        List<String> reasons = new ArrayList<>();
        Position position = new Position();
        for (String line : (Iterable<String>) log.lines()::iterator) {
            if (line.startsWith(VerifierReport.START)) break;
            Matcher instruction = INSTRUCTION.matcher(line);
            if (instruction.matches()) {
                position.instruction(Integer.parseInt(instruction.group(1)));
                reasons.clear();
                Matcher jump = AFTER_JUMP.matcher(line);
                if (jump.find()) reasons.add(jump.group(1).strip());
            } else if (line.startsWith(";")) {
                position.source(line);
                reasons.clear();
            } else if (!NOISE.matcher(line).matches()) {
                reasons.add(line.strip());
            }
        }
        String reason = String.join("; ", reasons.size() <= MOST_REASON_LINES ? reasons : reasons.subList(0, MOST_REASON_LINES));
        Matcher named = NAMED_INSTRUCTION.matcher(reason);
        Place place = named.find() ? position.of(Integer.parseInt(named.group(1))) : position.last();
        return new Rejection(reason, place.instruction, place.file, place.line, place.text, "");
    }

    private record Place(int instruction, String file, int line, String text) { }

    /** Follows the log and remembers which source line each instruction came from. */
    private static final class Position {
        private final java.util.Map<Integer, Place> places = new java.util.HashMap<>();
        private Place now = new Place(-1, "", 0, "");

        void source(String line) {
            Matcher m = SOURCE.matcher(line);
            if (!m.matches() || m.group(1).isBlank()) return; // code that no line stands for keeps the one before
            // Objects in packages mostly have a line's number in place of its text.
            String text = m.group(1).strip().equals(m.group(3)) ? "" : m.group(1).strip();
            now = new Place(now.instruction, m.group(2) == null ? "" : m.group(2), m.group(3) == null ? 0 : Integer.parseInt(m.group(3)), text);
        }

        void instruction(int index) {
            now = new Place(index, now.file, now.line, now.text);
            places.put(index, now);
        }

        Place of(int instruction) {
            return places.getOrDefault(instruction, now);
        }

        Place last() {
            return now;
        }
    }
}
