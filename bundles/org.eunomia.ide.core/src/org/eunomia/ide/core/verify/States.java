package org.eunomia.ide.core.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts states together: the log has them in full where a path starts, and after that only what each instruction changes. They are computed
 * when somebody asks, because a log can have a million instructions.
 */
final class States {
    private static final Set<String> LOST_BY_CALLS = Set.of("R1", "R2", "R3", "R4", "R5");
    private static final Pattern WRITTEN = Pattern.compile("[rw](\\d+) (?:[-+*/%&|^]|s?<<|s?>>|s[/%])?= .*");
    private static final Pattern CALL_OF_OWN = Pattern.compile("call pc[+-]\\d+.*");
    private final VerifierLog log;

    States(VerifierLog log) {
        this.log = log;
    }

    RegisterState before(Step step) {
        return at(step, false);
    }

    RegisterState after(Step step) {
        return at(step, true);
    }

    private RegisterState at(Step step, boolean after) {
        ExploredPath path = log.paths().get(step.path());
        RegisterState state = full(path.startState());
        for (int i = path.firstStep(); i < step.index(); i++) state = next(state, log.steps().get(i));
        return after ? next(state, step) : state;
    }

    private static RegisterState full(String text) {
        StateText state = new StateText(text);
        return new RegisterState(state.frame, state.values);
    }

    private static RegisterState next(RegisterState before, Step step) {
        if (step.whole()) return full(step.stateText());
        Map<String, String> values = new LinkedHashMap<>(before.values());
        if (step.isCall() && !CALL_OF_OWN.matcher(step.mnemonic()).matches()) values.keySet().removeAll(LOST_BY_CALLS);
        Matcher written = WRITTEN.matcher(step.mnemonic());
        if (written.matches()) values.remove("R" + written.group(1));
        if (step.stateText().isEmpty()) return new RegisterState(before.frame(), values);
        StateText changes = new StateText(step.stateText());
        return new RegisterState(changes.frame, changes.over(values));
    }

    /** The last step of {@code way} that wrote {@code register} before its end. */
    static Step writer(List<Step> way, String register) {
        for (Step step : way.subList(0, Math.max(0, way.size() - 1)).reversed()) {
            Matcher written = WRITTEN.matcher(step.mnemonic());
            if (written.matches() && ("R" + written.group(1)).equals(register) || step.isCall() && register.equals("R0")) return step;
        }
        return null;
    }
}
