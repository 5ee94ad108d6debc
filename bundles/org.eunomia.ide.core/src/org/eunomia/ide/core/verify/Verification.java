package org.eunomia.ide.core.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eunomia.core.Failure;
import org.eunomia.core.VerifyReport;
import org.eunomia.ide.core.targets.Target;

/**
 * What the kernel of a target says of the package that was built from a source.
 *
 * @param programs as {@link VerifyReport#programs()}
 * @param failure  why it is refused, or why nobody can tell; null when it is accepted
 * @param reason   one line for people, empty when it is accepted
 * @param log      of the program that is refused, without steps when there is none
 * @param files    those in the workspace, by the names that the log has for them
 */
public record Verification(IFile source, Target target, Outcome outcome, List<VerifyReport.Verdict> programs, Failure failure, String reason, VerifierLog log,
        Map<String, IFile> files, Instant time) {
    public enum Outcome {
        ACCEPTED, REFUSED,
        /** The target cannot be asked, or may not load programs. */
        UNKNOWN
    }

    public Verification {
        programs = List.copyOf(programs);
        files = Map.copyOf(files);
    }

    /** The program that is refused, empty when it is not a matter of one. */
    public String program() {
        return failure instanceof Failure.VerifierRejected f ? f.program() : "";
    }

    /** A file in the workspace for a line of the log. */
    public Optional<IFile> file(SourceLine line) {
        return Optional.ofNullable(files.get(line.file()));
    }

    /**
     * What the verifier knew of registers at a line on the way to the refusal: before the failing instruction at its line, after the last one at others.
     *
     * @param line 1-based
     */
    public Optional<RegisterState> at(IFile file, int line) {
        Optional<Step> failing = log.failing();
        if (failing.isEmpty()) return Optional.empty();
        if (isAt(failing.get(), file, line)) return Optional.of(log.before(failing.get())).filter(RegisterState::isKnown);
        return log.wayTo(failing.get()).reversed().stream().filter(s -> isAt(s, file, line)).findFirst().map(log::after).filter(RegisterState::isKnown);
    }

    private boolean isAt(Step step, IFile file, int line) {
        return step.source().line() == line && file.equals(files.get(step.source().file()));
    }
}
