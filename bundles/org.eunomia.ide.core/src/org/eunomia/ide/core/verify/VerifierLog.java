package org.eunomia.ide.core.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verifier's log of one program, as Linux 5.x and 6.x write it at level 1 (kernel/bpf/log.c, kernel/bpf/verifier.c) and with the report in
 * sections that Linux 7.3 puts behind it (kernel/bpf/diagnostics.c). Where C lines have no numbers, before Linux 6.10, {@link #located} finds them.
 *
 * @param lines      of the log, without those in the middle of an overlong one
 * @param omitted    how many lines were left out
 * @param steps      the instructions in the order in which the verifier visited them
 * @param paths      the ways that it followed, the first being that from the start of the program
 * @param reason     why it refused, one line in its words; empty when it did not
 * @param reasonLine where the reason stands in the log, from 0; -1 when there is none
 * @param report     of Linux 7.3 and newer, null when there is none
 * @param statistics null when the log does not end with them
 */
public record VerifierLog(List<String> lines, int omitted, List<Step> steps, List<ExploredPath> paths, String reason, int reasonLine, VerifierReport report,
        Statistics statistics) {
    private static final Pattern NAMED_INSTRUCTION = Pattern.compile("\\b(?:at|from|unreachable) insn (\\d+)");

    public VerifierLog {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
        paths = List.copyOf(paths);
    }

    public static VerifierLog parse(String log) {
        return new VerifierLogReader(log).read();
    }

    public Optional<VerifierReport> sections() {
        return Optional.ofNullable(report);
    }

    public boolean isRefusal() {
        return !reason.isEmpty() || report != null;
    }

    /** The visit at which the verifier gave up. Empty when it refused the program before it visited any, and when it did not refuse it. */
    public Optional<Step> failing() {
        if (!isRefusal() || steps.isEmpty()) return Optional.empty();
        Matcher named = NAMED_INSTRUCTION.matcher(reason);
        if (!named.find()) return Optional.of(steps.getLast());
        int instruction = Integer.parseInt(named.group(1));
        return Optional.of(lastVisit(instruction).orElse(steps.getLast()));
    }

    public Optional<Step> lastVisit(int instruction) {
        return steps.reversed().stream().filter(s -> s.instruction() == instruction).findFirst();
    }

    /** The visits that lead from the start of the program to {@code last}, which is the last of them. */
    public List<Step> wayTo(Step last) {
        List<Step> way = new ArrayList<>();
        int at = last.index();
        int path = last.path();
        while (at >= 0) {
            while (at >= 0 && steps.get(at).path() == path) way.add(steps.get(at--));
            at = paths.get(path).from();
            path = at < 0 ? -1 : steps.get(at).path();
        }
        Collections.reverse(way);
        return way;
    }

    public RegisterState before(Step step) {
        return new States(this).before(step);
    }

    public RegisterState after(Step step) {
        return new States(this).after(step);
    }

    /** The last visit whose C line that is, on the way to {@code to}. */
    public Optional<Step> visitOf(int line, String file, Step to) {
        return wayTo(to).reversed().stream().filter(s -> s.source().line() == line && s.source().file().equals(file)).findFirst();
    }

    /** The step that stands at {@code logLine} or next before it; within a report the last visit of the instruction that the place there is about. */
    public Optional<Step> stepAt(int logLine) {
        if (report != null && logLine > VerifierReport.start(lines)) {
            int instruction = VerifierReport.instructionAt(lines, logLine);
            if (instruction >= 0) return lastVisit(instruction);
        }
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).logLine() <= logLine) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? Optional.empty() : Optional.of(steps.get(low - 1));
    }

    /**
     * The same with numbers for C lines that have none: those of the lines of {@code sourceText} that have their text, and of several the
     * one nearest to the line before.
     */
    public VerifierLog located(String file, List<String> sourceText) {
        if (steps.stream().allMatch(s -> s.source().line() > 0 || s.source().text().isEmpty())) return this;
        LineFinder finder = new LineFinder(file, sourceText);
        List<Step> found = steps.stream().map(s -> s.withSource(finder.find(s.source()))).toList();
        return new VerifierLog(lines, omitted, found, paths, reason, reasonLine, report, statistics);
    }
}
