package org.eunomia.ide.events.internal.charts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.Histograms;
import org.eunomia.core.view.TextBuffer;

/** The histograms of a map from one look to the next, told apart by their keys. Safe for use by several threads. */
public final class HistogramSeries {
    /** More than anybody chooses from. */
    static final int MOST_KEYS = 500;

    /** Fewer would be so wide that nobody sees bars in them. */
    private static final int LEAST_BARS = 8;

    private final Histograms map;
    private Map<String, long[]> before = Map.of();
    private Map<String, long[]> now = Map.of();

    /** Bars from the first slot that counts to the last, and some beside them when there are few. @param ranges what a bar counts: {@code 4-7} */
    public record Bars(List<String> ranges, long[] counts) {
        /** Only where they begin, which takes less room. */
        public List<String> lows() {
            return ranges.stream().map(r -> r.contains("-") ? r.substring(0, r.indexOf('-')) : r).toList();
        }

        public long total() {
            return Arrays.stream(counts).sum();
        }
    }

    public HistogramSeries(Histograms map) {
        this.map = map;
    }

    public Histograms map() {
        return map;
    }

    /** Takes what the map holds now. */
    public synchronized void update(List<MapEntry> entries) {
        Map<String, long[]> next = new LinkedHashMap<>();
        for (Histograms.Histogram h : map.read(entries)) if (next.size() < MOST_KEYS) next.merge(key(h), h.slots(), HistogramSeries::sum);
        before = now;
        now = next;
    }

    private String key(Histograms.Histogram histogram) {
        TextBuffer out = new TextBuffer();
        for (Column c : map.labels()) {
            if (c.isStack()) continue;
            int before = out.length();
            if (before > 0) out.put(", ");
            out.put(c.name()).put(' ');
            int start = out.length();
            c.text(histogram.record(), out);
            if (out.length() == start) out.truncate(before);
        }
        return out.toString();
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) sum[i] += b[i];
        return sum;
    }

    /** What tells the histograms apart, in the order of their keys; one empty text where there is only one and it has no key. */
    public synchronized List<String> keys() {
        return List.copyOf(now.keySet());
    }

    /** All keys added up. @param last whether only what came since the look before, instead of since the start, is wanted */
    public synchronized Bars all(boolean last) {
        long[] held = new long[0];
        long[] sum = new long[0];
        for (String key : now.keySet()) {
            held = sum(held, now.get(key));
            sum = sum(sum, slots(key, last));
        }
        return bars(held, sum);
    }

    /** No bars when there is no such key any more. */
    public synchronized Bars of(String key, boolean last) {
        return now.containsKey(key) ? bars(now.get(key), slots(key, last)) : new Bars(List.of(), new long[0]);
    }

    private long[] slots(String key, boolean last) {
        long[] slots = now.get(key);
        return last ? since(before.get(key), slots) : slots;
    }

    /** A slot that counts less than before was emptied in between, and then all it holds is new. */
    private static long[] since(long[] earlier, long[] slots) {
        if (earlier == null) return slots;
        long[] delta = slots.clone();
        for (int i = 0; i < Math.min(earlier.length, slots.length); i++) delta[i] = slots[i] >= earlier[i] ? slots[i] - earlier[i] : slots[i];
        return delta;
    }

    /** The same slots whether all or only the last are counted, so that bars stay where they are. @param held what decides on the slots */
    private Bars bars(long[] held, long[] counts) {
        int first = 0;
        int end = held.length;
        while (end > 0 && held[end - 1] == 0) end--;
        while (first < end && held[first] == 0) first++;
        for (int least = end == 0 ? 0 : LEAST_BARS; end - first < least;) {
            if (first > 0) first--;
            else end++;
        }
        List<String> ranges = IntStream.range(first, end).mapToObj(i -> range(map.scale(), i)).toList();
        return new Bars(ranges, Arrays.copyOfRange(counts, first, end));
    }

    /** {@code 0-1}, {@code 512-1023}, {@code 1K-2K} … */
    static String range(Output.Scale scale, int slot) {
        if (scale == Output.Scale.LINEAR) return Integer.toString(slot);
        if (slot == 0) return "0-1";
        if (slot < 10) return Histograms.low(scale, slot) + "-" + Histograms.high(scale, slot);
        return shortened(slot) + "-" + shortened(slot + 1);
    }

    private static String shortened(int power) {
        String unit = List.of("", "K", "M", "G", "T", "P", "E").get(power / 10);
        return String.format(Locale.ROOT, "%d%s", 1L << power % 10, unit);
    }
}
