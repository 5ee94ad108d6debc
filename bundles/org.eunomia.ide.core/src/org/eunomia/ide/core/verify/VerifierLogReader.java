package org.eunomia.ide.core.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through a log once, line by line. */
final class VerifierLogReader {
    /** Nobody looks at more; of the logs of programs that are too large all but the end is repetition. */
    static final int MOST_CHARS = 4 << 20;
    private static final Pattern INSTRUCTION = Pattern.compile("(\\d+): (\\([0-9a-f]{2}\\) .*|<.*>)");
    private static final Pattern STATE_OF = Pattern.compile("(\\d+): ((?:frame\\d+: ?)?R\\d+(?:_\\w+)?=.*)");
    /** The state that goes on after a branch stands on the branch's line. */
    private static final Pattern STATE_BEHIND = Pattern.compile("(.*goto pc[+-]\\d+) +\\d+: ((?:frame\\d+: ?)?R\\d+(?:_\\w+)?=.*)");
    private static final Pattern AFTER_JUMP = Pattern.compile("(.*goto pc[+-]\\d+) +(\\S.*)");
    private static final Pattern BRANCH = Pattern.compile("from (\\d+) to (\\d+):? ?(.*)");
    private static final Pattern SOURCE = Pattern.compile("; ?(.*?)(?: @ (.+):(\\d+))?");
    private static final Pattern STATE = Pattern.compile(" ?(?:frame\\d+: ?)?R\\d+(?:_\\w+)?=.*");
    private static final Pattern NOISE = Pattern.compile("\\d+: safe|(?:cur|old) state:.*|last_idx .*|regs=.*|mark_precise:.*|parent .*|arg#\\d+ reference type.*"
            + "|reg type unsupported for arg.*|processed \\d+ insns.*|verification time .*|stack depth .*|caller:|callee:|returning from callee:|to caller at \\d+:"
            + "|func#\\d+ .*|Validating .*|Func#\\d+ .*|propagating .*|-- (?:BEGIN|END) .*|\\s*");
    private static final int MOST_REASON_LINES = 3;

    private final List<String> lines;
    private final int omitted;
    private final List<Step> steps = new ArrayList<>();
    private final List<ExploredPath> paths = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private int reasonLine = -1;
    private SourceLine source = SourceLine.NONE;
    private Statistics statistics;

    VerifierLogReader(String log) {
        int cut = log.length() <= MOST_CHARS ? 0 : log.indexOf('\n', log.length() - MOST_CHARS) + 1;
        omitted = (int) log.substring(0, cut).lines().count();
        lines = log.substring(cut).lines().toList();
        paths.add(new ExploredPath(-1, 0, 0, ""));
    }

    VerifierLog read() {
        int end = VerifierReport.start(lines);
        for (int i = 0; i < end; i++) line(i, lines.get(i));
        lines.subList(end, lines.size()).forEach(this::statistics);
        String reason = String.join("; ", reasons.size() <= MOST_REASON_LINES ? reasons : reasons.subList(0, MOST_REASON_LINES));
        VerifierReport report = VerifierReport.parse(lines.subList(end, lines.size())).orElse(null);
        return new VerifierLog(lines, omitted, steps, paths, reason, reason.isEmpty() ? -1 : reasonLine, report, statistics);
    }

    private void line(int number, String line) {
        statistics(line);
        Matcher m;
        boolean numbered = !line.isEmpty() && Character.isDigit(line.charAt(0));
        if (numbered && (m = INSTRUCTION.matcher(line)).matches()) instruction(number, Integer.parseInt(m.group(1)), m.group(2));
        else if (line.startsWith(";")) source(line);
        else if ((m = BRANCH.matcher(line)).matches()) branch(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), m.group(3));
        else if (numbered && (m = STATE_OF.matcher(line)).matches()) whole(m.group(2));
        else if (STATE.matcher(line).matches()) whole(line.strip());
        else if (!NOISE.matcher(line).matches()) reason(number, line.strip());
    }

    private void instruction(int number, int index, String text) {
        reasons.clear();
        int comment = text.indexOf("; ");
        if (comment >= 0) {
            String state = text.substring(comment + 2);
            step(number, index, text.substring(0, comment), StateText.begins(state) ? state : "", false);
            return;
        }
        Matcher behind = STATE_BEHIND.matcher(text);
        Matcher jump = AFTER_JUMP.matcher(text);
        if (behind.matches()) {
            step(number, index, behind.group(1), behind.group(2), true);
        } else if (jump.matches()) {
            step(number, index, jump.group(1), "", false);
            reason(number, jump.group(2).strip());
        } else {
            step(number, index, text, "", false);
        }
    }

    private void step(int number, int index, String code, String state, boolean whole) {
        Step step = new Step(steps.size(), index, code.strip(), source, number, paths.size() - 1, state.strip(), whole);
        steps.add(step);
        if (step.isBranch()) open.add(step.index());
    }

    private void source(String line) {
        Matcher m = SOURCE.matcher(line);
        reasons.clear();
        if (!m.matches() || m.group(1).isBlank()) return; // code that no line stands for keeps the one before
        // Objects in packages mostly have a line's number in place of its text.
        String text = m.group(1).strip().equals(m.group(3)) ? "" : m.group(1).strip();
        source = new SourceLine(m.group(2) == null ? "" : m.group(2), m.group(3) == null ? 0 : Integer.parseInt(m.group(3)), text);
    }

    /** The verifier comes back for the side of a branch that it left aside last. */
    private void branch(int from, int to, String state) {
        int step = -1;
        for (int i = open.size() - 1; i >= 0 && step < 0; i--) {
            if (steps.get(open.get(i)).instruction() == from) step = open.remove(i);
        }
        paths.add(new ExploredPath(step, to, steps.size(), state.equals("safe") ? "" : state));
    }

    /** A state in full: that at the start of a path, or what the last instruction led to. */
    private void whole(String state) {
        ExploredPath path = paths.getLast();
        if (path.firstStep() == steps.size()) {
            paths.set(paths.size() - 1, new ExploredPath(path.from(), path.to(), path.firstStep(), state));
        } else {
            steps.set(steps.size() - 1, steps.getLast().withState(state, true));
        }
    }

    private void reason(int number, String text) {
        if (reasons.isEmpty()) reasonLine = number;
        reasons.add(text);
    }

    private void statistics(String line) {
        if (line.startsWith("processed ")) statistics = Statistics.parse(line).orElse(statistics);
    }
}
