package org.eunomia.ide.core.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says where a register's value came from, following copies back along the way to the refusal. */
final class Origin {
    private static final Pattern COPY = Pattern.compile("[rw]\\d+ = [rw](\\d+)");
    private static final int MOST_COPIES = 8;

    private Origin() { }

    static String of(VerifierLog log, String register) {
        Optional<Step> failing = log.failing();
        if (failing.isEmpty()) return "this";
        List<Step> way = log.wayTo(failing.get());
        String name = register;
        for (int i = 0; i < MOST_COPIES; i++) {
            Step writer = States.writer(way, name);
            if (writer == null) return "this";
            if (writer.isCall()) return "the pointer from " + call(writer);
            Matcher copy = COPY.matcher(writer.mnemonic());
            if (!copy.matches()) return writer.source().line() > 0 && writer.source().line() != failing.get().source().line() ? "the value from line " + writer.source().line() : "this";
            name = "R" + copy.group(1);
            way = way.subList(0, way.indexOf(writer) + 1);
        }
        return "this";
    }

    static String call(Step step) {
        String callee = step.callee();
        String what = callee.matches("[A-Za-z_]\\w*") ? callee + "()" : "the function called";
        return step.source().line() > 0 ? what + " in line " + step.source().line() : what;
    }
}
