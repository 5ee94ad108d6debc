package org.eunomia.ide.core.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts the reason of a refusal into one line that somebody understands who does not know the verifier. It says what is wrong; what to do about it says
 * the hint of the failure.
 */
public final class PlainWords {
    private record Saying(Pattern reason, BiFunction<Matcher, VerifierLog, String> words) { }

    private static final List<Saying> SAYINGS = Stream.concat(Stream.of(
            saying("(R\\d+) invalid mem access '(\\w+_or_null)'", (m, log) -> Origin.of(log, m.group(1)) + " may be NULL and is used without a check"),
            saying("(R\\d+) invalid mem access '(?:scalar|inv)'", (m, log) -> number(m.group(1), log)),
            saying("(R\\d+) invalid mem access '(\\w+)'", (m, log) -> "this is " + TypeWords.of(m.group(2)) + ", which cannot be read or written like this"),
            saying("(?:R\\d+ )?invalid access to map value, value_size=(\\d+) off=(-?\\d+) size=(\\d+)", (m, log) -> outside(m, "a map value of " + m.group(1) + " bytes")),
            saying("invalid access to memory, mem_size=(\\d+) off=(-?\\d+) size=(\\d+)", (m, log) -> outside(m, "memory of " + m.group(1) + " bytes")),
            saying("invalid access to map key, key_size=(\\d+) off=(-?\\d+) size=(\\d+)", (m, log) -> outside(m, "a map key of " + m.group(1) + " bytes")),
            saying("invalid access to packet, off=(-?\\d+) size=(\\d+), R\\d+\\(.*?r=(\\d+)\\)", (m, log) -> m.group(2) + " bytes at offset " + m.group(1)
                    + " of the packet are accessed, but only " + m.group(3) + " bytes are known to be there"),
            saying("(R\\d+) unbounded memory access|(R\\d+) (?:min|max) value is outside of the allowed memory range", (m, log) -> "the offset or size has no limit that the verifier knows of"),
            saying("(R\\d+) min value is negative", (m, log) -> "the offset or size may be negative"),
            saying("math between (\\w+) pointer and register with unbounded min value", (m, log) -> "an offset without a lower limit is added to " + TypeWords.of(m.group(1))),
            saying("R\\d+ pointer (?:arithmetic|\\S+ operation).*|R\\d+ .*pointer arithmetic.*prohibited.*", (m, log) -> "this kind of calculation with a pointer is not allowed"),
            saying("infinite loop detected|back-edge", (m, log) -> "the verifier sees no end to this loop"),
            saying("jumps is too complex|too many states|program is too large", (m, log) -> "the program has more paths than the verifier follows"),
            saying("Unreleased reference id=\\d+ alloc_insn=(\\d+)", (m, log) -> leak(Integer.parseInt(m.group(1)), log)),
            saying("(R\\d+) !read_ok", (m, log) -> unset(m.group(1), log))), furtherSayings()).toList();

    private PlainWords() { }

    private static Stream<Saying> furtherSayings() {
        return Stream.of(
            saying("invalid bpf_context access off=(-?\\d+) size=(\\d+)", (m, log) -> "the program's context has no " + m.group(2) + " readable bytes at offset " + m.group(1)),
            saying("invalid (?:indirect )?(?:access to|read from) stack (?:R\\d+ )?off=?(-?\\d+)\\S* size[= ](\\d+)", (m, log) -> m.group(2) + " bytes of the stack are read, of which some were never written"),
            saying("invalid (?:variable-offset )?write to stack|invalid stack", (m, log) -> "this is not memory of the stack"),
            saying("combined stack size|stack depth|stack limit", (m, log) -> "the functions need more than 512 bytes of stack together"),
            saying("program of this type cannot use helper (\\w+)#\\d+|(?:unknown func|helper call is not allowed in probe) ?(\\w*)", (m, log) -> (name(m) + " cannot be called by programs of this type").strip()),
            saying("cannot call GPL-restricted function|GPL", (m, log) -> "this is only for programs with a GPL compatible licence"),
            saying("R([1-5]) type=(\\w+) expected=(.*)", (m, log) -> argument(m.group(1), log) + " has to be " + TypeWords.any(m.group(3)) + ", but is " + TypeWords.of(m.group(2))),
            saying("At program exit the register R0 has (.*?) should have been in \\[(-?\\d+), (-?\\d+)\\]", (m, log) -> "the program has to return " + range(m.group(2), m.group(3))
                    + ", but may return another value"),
            saying("failed to resolve CO-RE relocation <\\w+> \\[\\d+\\] (.+?)(?: \\(.*\\))?$", (m, log) -> "this kernel has no " + m.group(1)),
            saying("CO-RE relocation: (this kernel has no .*)", (m, log) -> m.group(1)),
            saying("unreachable insn", (m, log) -> "there is code that nothing leads to"),
            saying("Possibly NULL pointer passed to (?:trusted|helper) arg(\\d+)", (m, log) -> "argument " + (1 + Integer.parseInt(m.group(1))) + " may be NULL"),
            saying("calling kernel function (\\w+) is not allowed", (m, log) -> m.group(1) + "() cannot be called by programs of this type"));
    }

    private static Saying saying(String reason, BiFunction<Matcher, VerifierLog, String> words) {
        return new Saying(Pattern.compile(reason), words);
    }

    /**
     * @param reason what the runtime says of the refusal, which a log that is cut off may lack
     * @return begins in lower case and has no full stop; the verifier's own words where nothing is known about them
     */
    public static String of(String reason, VerifierLog log) {
        return known(log.reason(), log).or(() -> log.sections().map(report -> firstSentence(report.reason()))).or(() -> known(reason, log))
                .orElse(reason.isEmpty() ? log.reason() : reason);
    }

    private static Optional<String> known(String reason, VerifierLog log) {
        return SAYINGS.stream().map(s -> Map.entry(s, s.reason.matcher(reason))).filter(e -> e.getValue().find()).findFirst()
                .map(e -> e.getKey().words.apply(e.getValue(), log));
    }

    /** The report of Linux 7.3 is in sentences already. */
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text.replaceFirst("\\.$", "") : text.substring(0, end);
    }

    private static String number(String register, VerifierLog log) {
        boolean isNull = log.failing().map(log::before).flatMap(s -> s.value(register)).filter(v -> v.equals("0") || v.equals("inv0")).isPresent();
        return isNull ? "this is NULL on one of the paths that lead here" : Origin.of(log, register) + " is a number to the verifier, not memory that it lets the program read";
    }

    private static String outside(Matcher m, String what) {
        return "an access of " + m.group(3) + (m.group(3).equals("1") ? " byte" : " bytes") + " at offset " + m.group(2) + " may lie outside of " + what;
    }

    private static String leak(int instruction, VerifierLog log) {
        return log.lastVisit(instruction).map(step -> "what " + Origin.call(step) + " gave is not released on this path").orElse("something that was acquired is not released on this path");
    }

    private static String unset(String register, VerifierLog log) {
        boolean exit = log.failing().filter(s -> s.mnemonic().startsWith("exit")).isPresent();
        return register.equals("R0") && exit ? "the program ends without a return value" : "a value is used that was never set on this path";
    }

    private static String argument(String number, VerifierLog log) {
        String callee = log.failing().map(Step::callee).filter(c -> c.matches("\\w+")).orElse("");
        return "argument " + number + (callee.isEmpty() ? "" : " of " + callee + "()");
    }

    private static String name(Matcher m) {
        String name = m.group(1) != null ? m.group(1) : m.group(2);
        return name.isEmpty() ? "this helper" : name + "()";
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : "a number from " + low + " to " + high;
    }
}
