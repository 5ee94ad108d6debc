package org.eunomia.kernel.libbpf.internal.verifier;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line what can be done about the usual reasons for which the verifier refuses a program. */
public final class Hints {
    private record Hint(Pattern reason, String text) { }

    private static final List<Hint> HINTS = List.of(
            hint("infinite loop detected|back-edge", "the verifier sees no end to this loop: give it a constant bound, or use bpf_loop() or bpf_for()"),
            hint("program is too large|too many states|jumps is too complex|processed \\d+ insn", "the verifier gave up following all paths: "
                    + "tighten the bounds of loops, take branches out of them, or use bpf_loop(), whose body is checked once"),
            hint("invalid mem access '\\w+_or_null'|Possibly NULL pointer|_or_null expected|may be NULL", "the pointer may be NULL: check it before it is used, "
                    + "in a branch that the compiler cannot merge away"),
            hint("invalid mem access '(?:scalar|inv)'", "this is a number to the verifier, not memory of the program: "
                    + "read kernel memory with bpf_probe_read_kernel() or BPF_CORE_READ(), that of a process with bpf_probe_read_user()"),
            hint("invalid access to map value|outside of the allowed memory range|unbounded (?:memory|min value)|min value is (?:negative|outside)"
                    + "|invalid access to (?:memory|packet)|math between .* pointer", "the access may lie out of bounds: compare offset and size with the limit just before, "
                    + "in the same unsigned variable"),
            hint("Unreleased reference|reference leak|reference has not been acquired", "what was acquired has to be released on every path: "
                    + "bpf_ringbuf_submit() or bpf_ringbuf_discard() for a ring buffer record"),
            hint("GPL", "the program's licence has to be GPL compatible for this: char LICENSE[] SEC(\"license\") = \"GPL\" or \"Dual BSD/GPL\""),
            hint("cannot use helper|unknown func|helper call is not allowed", "this helper is not for programs of this type, or not in this kernel"),
            hint("invalid bpf_context access", "there is no field at that offset of the program's context: compare its type with the hook"),
            hint("invalid (?:indirect )?read from stack|invalid zero-sized read", "a variable is read that was not written in full: initialise it, padding included"),
            hint("!read_ok", "a value is used that is not set on every path: return one, or initialise the variable"),
            hint("combined stack size|stack depth|stack limit|invalid (?:write to|stack)", "a program has 512 bytes of stack: put large buffers into a per-CPU array map"),
            hint("CO-RE relocation", "this kernel lacks the type or field, or has it under another name: ask with bpf_core_field_exists() before reading it"),
            hint("calling (?:invalid )?kernel function|is not supported on this kernel|kernel function '", "this kernel has no such kfunc, or not for this type of program: "
                    + "declare it __weak and ask with bpf_ksym_exists()"),
            hint("unreachable insn", "the compiler left code that cannot be reached: compile with -O2"));

    private static final Pattern NUMBER_AS_POINTER = Pattern.compile("(R\\d+) invalid mem access '(?:scalar|inv)'");

    private Hints() { }

    private static Hint hint(String reason, String text) {
        return new Hint(Pattern.compile(reason), text);
    }

    /**
     * As {@link #of(String)}, and tells NULL from other numbers by the register's last state in the log: where failed reservations are counted, a
     * pointer that nobody checked has been found NULL on one path before it is used.
     */
    public static String of(String reason, String log) {
        Matcher number = NUMBER_AS_POINTER.matcher(reason);
        return of(number.find() && isZero(number.group(1), log) ? "invalid mem access 'mem_or_null'" : reason);
    }

    private static boolean isZero(String register, String log) {
        Matcher state = Pattern.compile("\\b" + register + "(?:_\\w+)?=(?:P|inv|invP)?(\\S+)").matcher(log);
        String last = "";
        while (state.find()) last = state.group(1);
        return last.equals("0");
    }

    /** Empty when nothing is known about {@code reason}. */
    public static String of(String reason) {
        return HINTS.stream().filter(h -> h.reason.matcher(reason).find()).map(Hint::text).findFirst().orElse("");
    }
}
