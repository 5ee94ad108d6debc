package org.eunomia.ide.core.verify;

/**
 * One way through the program that the verifier followed to its end. It comes back later for the other side of a branch.
 *
 * @param from       step of the branch that it starts at, -1 for the start of the program
 * @param to         instruction that it starts with
 * @param firstStep  its first step, which is not there when the verifier knew at once that it is safe
 * @param startState what the log says of registers and stack at its start
 */
public record ExploredPath(int from, int to, int firstStep, String startState) { }
