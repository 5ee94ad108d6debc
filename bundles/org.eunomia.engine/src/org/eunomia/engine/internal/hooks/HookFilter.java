package org.eunomia.engine.internal.hooks;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Words that all have to occur in a name. */
final class HookFilter {
    private static final int LONGEST = 1000;
    private final String whole;
    /** For each word what has to occur one behind the other. */
    private final List<String[]> words;

    HookFilter(String text) throws OperationFailedException {
        if (text.length() > LONGEST) throw new OperationFailedException(new Failure.LimitExceeded("filter", LONGEST + " characters", ""));
        whole = text.strip().toLowerCase(Locale.ROOT);
        words = Arrays.stream(whole.split("\\s+")).map(w -> w.split("\\*")).toList();
    }

    boolean matches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        for (String[] word : words) {
            int at = 0;
            for (String part : word) {
                int found = text.indexOf(part, at);
                if (found < 0) return false;
                at = found + part.length();
            }
        }
        return true;
    }

    /** What fits best first. */
    Comparator<String> order() {
        return Comparator.comparingInt(this::distance).thenComparing(Comparator.naturalOrder());
    }

    private int distance(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        String last = text.substring(text.lastIndexOf('/') + 1);
        if (text.equals(whole)) return 0;
        if (last.equals(whole)) return 1;
        return text.startsWith(whole) || last.startsWith(whole) ? 2 : 3;
    }
}
