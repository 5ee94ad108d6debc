package org.eunomia.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped name may have meant. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() { }

    private record Candidate(String name, int distance) { }

    /** At most three of {@code known}, nearest first; empty when none is near. {@code wanted} itself is never among them. */
    public static List<String> to(String wanted, Collection<String> known) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        int near = Math.max(2, wanted.length() / 3);
        return known.stream().distinct().filter(name -> !name.equals(wanted)).map(name -> new Candidate(name, distance(lower, name.toLowerCase(Locale.ROOT))))
                .filter(c -> c.distance <= near || lower.length() >= 3 && c.name.toLowerCase(Locale.ROOT).contains(lower))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).limit(MOST).map(Candidate::name).toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
