package org.eunomia.core;

import java.util.List;
import java.util.Optional;

/**
 * What the kernel says to a package that is loaded without attaching it.
 *
 * @param accepted whether all of it loads
 * @param programs in the order of the object; after a refusal those that the kernel was not asked about are missing
 * @param notices  one line each: what the loader decided on its own
 * @param refusal  why it was refused, null when it was accepted
 */
public record VerifyReport(boolean accepted, List<Verdict> programs, List<String> notices, Failure refusal) {
    public VerifyReport {
        programs = List.copyOf(programs);
        notices = List.copyOf(notices);
    }

    public Optional<Failure> failure() {
        return Optional.ofNullable(refusal);
    }

    /**
     * @param instructions  that the verifier went through, 0 when unknown
     * @param stackBytes    deepest stack, -1 when unknown
     * @param log           the verifier's, as far as it was asked for; empty otherwise
     */
    public record Verdict(String program, String section, boolean accepted, int instructions, int stackBytes, String log) { }
}
