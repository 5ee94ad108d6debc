package org.eunomia.ide.core.language;

/**
 * A kind of section, as {@code SEC} names it.
 *
 * @param name        with a slash at the end when a hook follows it: {@code fentry/}, {@code xdp}
 * @param needsHook   whether it is an error to leave the hook out
 * @param programType lower case, without prefix; empty for sections that hold no program
 * @param context     the type of the program's argument in C; {@code args} for those that the macro unpacks
 * @param since       first kernel
 * @param description what a program in it is run for
 * @param macro       that declares the program's arguments, empty for none
 */
public record Section(String name, boolean needsHook, String programType, String context, String since, String description, String macro) {
    public boolean takesHook() {
        return name.endsWith("/");
    }

    /** Without the slash. */
    public String kind() {
        return takesHook() ? name.substring(0, name.length() - 1) : name;
    }
}
