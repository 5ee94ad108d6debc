package org.eunomia.ide.core.project;

/** Problem markers of sources, and what they carry besides severity, message, line and characters. All attributes are texts. */
public final class TrackerMarkers {
    /** What the compiler says, and what keeps a source from being compiled. */
    public static final String COMPILER = "org.eunomia.ide.core.compilerProblem";
    /** What a kernel says. */
    public static final String VERIFIER = "org.eunomia.ide.core.verifierProblem";

    /** Path in the workspace of the source whose build found the problem, which may be in a header. */
    public static final String SOURCE = "source";
    /** What can be done, one line; absent when nothing is known. */
    public static final String HINT = "hint";
    /** Notes of the compiler that belong to the message, one a line. */
    public static final String NOTES = "notes";
    /** Changes that the compiler proposes, as {@link ProposedEdits} writes them. */
    public static final String EDITS = "edits";
    /** The reason in the verifier's own words. */
    public static final String REASON = "reason";
    /** The program that was refused. */
    public static final String PROGRAM = "program";
    /** Name of the target whose kernel refused it. */
    public static final String TARGET = "target";

    private TrackerMarkers() { }
}
