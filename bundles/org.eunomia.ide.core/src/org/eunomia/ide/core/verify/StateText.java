package org.eunomia.ide.core.verify;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * States as the log writes them ({@code print_verifier_state}, kernel/bpf/log.c): {@code frame1: R1=scalar() R10=fp0 fp-8=mmmm???? refs=2}. Marks that
 * kernels up to 6.15 put behind a register for the verifier's own use ({@code R1_w=}) and the P of numbers that are tracked exactly are left out.
 */
final class StateText {
    /** {@code R2} before {@code R10}, registers before the stack, the top of the stack first. */
    private static final Comparator<String> ORDER = Comparator.comparing((String name) -> name.charAt(0) != 'R')
            .thenComparing(StateText::number);

    private static final Pattern STATE = Pattern.compile("(?:frame\\d+: ?)?(?:R\\d+|fp-\\d+)(?:_\\w+)?=");
    private static final Pattern PRECISE = Pattern.compile("^(inv)?P(?=-?\\d|scalar|inv|$)");

    /** Of the last frame that was named. */
    final int frame;
    final Map<String, String> values = new TreeMap<>(ORDER);

    StateText(String text) {
        int named = 0;
        for (int at = 0; at < text.length();) {
            int end = end(text, at);
            String word = text.substring(at, end);
            at = end + 1;
            if (word.startsWith("frame") && word.endsWith(":")) named = number(word);
            else if (begins(word)) put(word);
        }
        frame = named;
    }

    /** Whether a state stands at the start of {@code text}. */
    static boolean begins(String text) {
        return STATE.matcher(text).lookingAt();
    }

    private void put(String word) {
        int equals = word.indexOf('=');
        int mark = word.indexOf('_');
        values.put(word.substring(0, mark < 0 ? equals : Math.min(mark, equals)), PRECISE.matcher(word.substring(equals + 1)).replaceFirst("$1"));
    }

    /** A word ends at a space outside of parentheses. */
    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ' ' && depth <= 0) return i;
        }
        return text.length();
    }

    private static int number(String name) {
        String digits = name.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** {@code before} with what is said here on top. */
    Map<String, String> over(Map<String, String> before) {
        Map<String, String> result = new TreeMap<>(ORDER);
        result.putAll(before);
        result.putAll(values);
        return new LinkedHashMap<>(result);
    }
}
