package org.eunomia.toolchain.scaffold;

import java.util.List;
import java.util.Set;

/** What the parts of a {@link NewTracker} may be. A problem is a sentence without a full stop, empty when there is none. */
public final class NewTrackerRules {
    /** What the kernel takes for compatible with the GPL (license_is_gpl_compatible() in include/linux/license.h), the usual one first. */
    public static final List<String> GPL_COMPATIBLE = List.of("Dual BSD/GPL", "GPL", "GPL v2", "GPL and additional rights", "Dual MIT/GPL", "Dual MPL/GPL");

    private static final int LONGEST_NAME = 64;
    /** The kernel reads no more, with the NUL at the end (bpf_prog_load() in kernel/bpf/syscall.c). */
    private static final int LONGEST_LICENSE = 127;
    private static final Set<Character> IN_NAMES = Set.of('_', '-');

    private NewTrackerRules() { }

    public static String nameProblem(String name) {
        if (name.isEmpty()) return "A tracker needs a name";
        if (!isLetter(name.charAt(0)) && name.charAt(0) != '_') return "A name begins with a letter or _, not with '" + name.charAt(0) + "'";
        for (char c : name.toCharArray()) {
            if (!isLetter(c) && !(c >= '0' && c <= '9') && !IN_NAMES.contains(c)) return "A name has letters, digits, - and _ only, not '" + c + "'";
        }
        return name.length() > LONGEST_NAME ? "A name has at most " + LONGEST_NAME + " characters" : "";
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    public static String licenseProblem(String license) {
        if (license.isBlank()) return "The kernel loads no program without a licence";
        if (license.length() > LONGEST_LICENSE) return "The kernel reads " + LONGEST_LICENSE + " characters of a licence at most";
        return inLiteral(license) ? "" : "A licence is plain text without quotes and backslashes";
    }

    /** Which is no problem as such: many helpers serve GPL-compatible programs only. */
    public static boolean isGplCompatible(String license) {
        return GPL_COMPATIBLE.contains(license);
    }

    public static String hookProblem(StartingPoint.HookChoice choice, String hook) {
        if (hook.isBlank()) return "Choose where to attach, or type it: " + choice.usual();
        if (!inLiteral(hook) || hook.contains(" ")) return "'" + hook + "' is no place to attach to: no spaces, quotes and backslashes";
        return switch (choice.kind().orElse(null)) {
            case TRACEPOINT -> hook.matches("[^/]+/[^/]+") ? "" : "A tracepoint is written category/name, such as " + choice.usual();
            case UPROBE -> hook.matches("/?[^:]+:[^:]+") ? "" : "A function of a program is written path:name, such as " + choice.usual();
            case null, default -> "";
        };
    }

    private static boolean inLiteral(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f && c != '"' && c != '\\');
    }
}
