package org.eunomia.ide.core.language;

import java.util.List;

/**
 * A function that the kernel offers to BPF programs.
 *
 * @param prototype    as C would declare it, empty when libbpf's headers are not there
 * @param description  paragraphs, lists and code as the header has them, without the comment's margin; empty like {@code prototype}
 * @param since        the first kernel that has it, empty when unknown
 * @param programTypes lower case, without prefix: those that may call it, on every kernel that has it
 * @param newerTypes   those that may on newer kernels only
 */
public record Helper(String name, String prototype, String description, String since, List<String> programTypes, List<String> newerTypes) {
    public Helper {
        programTypes = List.copyOf(programTypes);
        newerTypes = List.copyOf(newerTypes);
    }

    /** Whether a program of that type may call it on some kernel; true for a type that nothing is known of. */
    public boolean isFor(String programType) {
        return programType.isEmpty() || programTypes.isEmpty() || programTypes.contains(programType) || newerTypes.contains(programType);
    }

    /** What it returns, as in its prototype. */
    public String result() {
        int at = prototype.lastIndexOf(name + "(");
        return at < 0 ? "" : prototype.substring(0, at).strip();
    }

    /** Its parameters with their types, as in its prototype. */
    public List<String> parameters() {
        int open = prototype.indexOf('(');
        int close = prototype.lastIndexOf(')');
        String list = open < 0 || close < open ? "" : prototype.substring(open + 1, close).strip();
        return list.isEmpty() || list.equals("void") ? List.of() : List.of(list.split("\\s*,\\s*"));
    }
}
