package org.eunomia.ide.events.internal.model.filter;

/**
 * Why a filter cannot be used.
 *
 * @param at     the first character that is wrong, from 0
 * @param length of what is wrong, 0 at the end of the text
 * @param hint   what to write instead, empty when there is nothing to say
 */
public record FilterProblem(int at, int length, String problem, String hint) {
    public String message() {
        return "column " + (at + 1) + ": " + problem + (hint.isEmpty() ? "" : " – " + hint);
    }
}
