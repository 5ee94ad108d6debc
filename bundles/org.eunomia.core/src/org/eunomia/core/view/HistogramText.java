package org.eunomia.core.view;

import java.util.List;
import org.eunomia.core.spec.Output;

/** Draws histograms as BCC and libbpf-tools do: bars of up to 40 stars, 20 when slots go beyond 2^32. */
public final class HistogramText {
    private static final int STARS = 40;

    private HistogramText() { }

    /** A block for each histogram: its labels as {@code name = value}, then the bars. Labels that are all empty or zero tell a single one from nothing and are left out. */
    public static void write(Histograms map, List<Histograms.Histogram> all, Symbols symbols, TextBuffer out) {
        boolean labelled = all.size() > 1 || !all.isEmpty() && map.labels().stream().anyMatch(c -> !c.isBlank(all.get(0).record()));
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) out.put('\n');
            if (labelled) labels(map.labels(), all.get(i), symbols, out);
            bars(map, all.get(i), out);
        }
    }

    private static void labels(List<Column> labels, Histograms.Histogram histogram, Symbols symbols, TextBuffer out) {
        for (Column c : labels) {
            if (c.isStack()) {
                c.frameLines(histogram.record(), symbols, out);
                continue;
            }
            Escapes.text(c.name(), out);
            out.put(" = ");
            c.text(histogram.record(), out);
            out.put('\n');
        }
        if (!labels.isEmpty()) out.put('\n');
    }

    private static void bars(Histograms map, Histograms.Histogram histogram, TextBuffer out) {
        String unit = map.unit().isEmpty() ? "value" : map.unit();
        if (map.scale() == Output.Scale.LOG2) log2(histogram.slots(), unit, out);
        else linear(histogram.slots(), unit, out);
    }

    public static void log2(long[] slots, String unit, TextBuffer out) {
        boolean wide = slots.length > 33;
        int digits = wide ? 20 : 10;
        int stars = wide ? STARS / 2 : STARS;
        long most = most(slots);
        int countWidth = countWidth(most);
        head(wide ? 15 : 5, wide ? 29 : 19, unit, countWidth, out);
        for (int i = 0; i < slots.length; i++) {
            right(Histograms.low(Output.Scale.LOG2, i), digits, out);
            out.put(" -> ");
            left(Histograms.high(Output.Scale.LOG2, i), digits, out);
            bar(slots[i], most, countWidth, stars, out);
        }
    }

    /** From the first slot that counts to the last. */
    public static void linear(long[] slots, String unit, TextBuffer out) {
        long most = most(slots);
        int countWidth = countWidth(most);
        int first = 0;
        while (first < slots.length && slots[first] == 0) first++;
        head(5, 13, unit, countWidth, out);
        for (int i = first; i < slots.length; i++) {
            out.spaces(8);
            left(i, 10, out);
            bar(slots[i], most, countWidth, STARS, out);
        }
    }

    private static void head(int indent, int width, String unit, int countWidth, TextBuffer out) {
        int at = out.spaces(indent).length();
        Escapes.text(unit, out);
        out.spaces(width - out.widthFrom(at)).put(" : count").spaces(countWidth - 4).put("distribution\n");
    }

    private static void bar(long count, long most, int countWidth, int stars, TextBuffer out) {
        out.put(" : ");
        left(count, countWidth, out);
        int filled = most == 0 ? 0 : (int) (count * (double) stars / most);
        out.put(" |");
        for (int i = 0; i < filled; i++) out.put('*');
        out.spaces(stars - filled).put("|\n");
    }

    private static long most(long[] slots) {
        long most = 0;
        for (long s : slots) most = Math.max(most, s);
        return most;
    }

    private static int countWidth(long most) {
        return Math.max(8, Long.toString(most).length());
    }

    private static void left(long value, int width, TextBuffer out) {
        int at = out.length();
        out.unsigned(value);
        out.spaces(width - (out.length() - at));
    }

    private static void right(long value, int width, TextBuffer out) {
        int at = out.length();
        out.unsigned(value);
        out.indentFrom(at, width - (out.length() - at));
    }
}
