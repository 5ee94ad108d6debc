package org.eunomia.ide.core.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that closes a log ({@code print_verification_stats} in kernel/bpf/verifier.c).
 *
 * @param processed instructions visited
 * @param limit     of those, 1,000,000 for privileged processes
 */
public record Statistics(int processed, int limit, int totalStates, int peakStates) {
    private static final Pattern LINE = Pattern.compile("processed (\\d+) insns \\(limit (\\d+)\\)(?:.*total_states (\\d+))?(?:.*peak_states (\\d+))?.*");

    static Optional<Statistics> parse(String line) {
        Matcher m = LINE.matcher(line);
        return m.matches() ? Optional.of(new Statistics(number(m.group(1)), number(m.group(2)), number(m.group(3)), number(m.group(4)))) : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
