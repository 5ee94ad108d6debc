package org.eunomia.ide.events.internal.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The values that occur most, in bounded memory: exact while there are not more different ones than {@code capacity}; after that a new value takes the place of the
 * one with the least weight and inherits it as error, so that no frequent value is ever missed ("Space-Saving", Metwally, Agrawal, El Abbadi 2005). Used by one
 * thread.
 */
public final class TopValues {
    private final int capacity;
    private final Map<String, Counter> counters = new HashMap<>();
    /** By weights as they were when a counter was put in, which is never more than they are. */
    private final PriorityQueue<Placed> least = new PriorityQueue<>(Comparator.comparingDouble(Placed::weight));
    private double total;
    private boolean exact = true;

    /** @param error how much of {@code weight} may belong to other values */
    public record Top(String value, double weight, double error) { }

    private record Placed(Counter counter, double weight) { }

    private static final class Counter {
        private String value;
        private double weight;
        private double error;
    }

    public TopValues(int capacity) {
        this.capacity = capacity;
    }

    /** @param weight 1 to count, or more than 0 */
    public void add(String value, double weight) {
        total += weight;
        Counter counter = counters.get(value);
        if (counter == null) counter = place(value);
        counter.weight += weight;
    }

    private Counter place(String value) {
        Counter counter = counters.size() < capacity ? new Counter() : leastOne();
        counter.value = value;
        counter.error = counter.weight;
        counters.put(value, counter);
        least.add(new Placed(counter, counter.weight));
        return counter;
    }

    /** Puts those back with their present weight that have grown since they were put in. */
    private Counter leastOne() {
        exact = false;
        Placed first = least.remove();
        while (first.weight < first.counter.weight) {
            least.add(new Placed(first.counter, first.counter.weight));
            first = least.remove();
        }
        counters.remove(first.counter.value);
        return first.counter;
    }

    /** The heaviest first, equal ones by value. */
    public List<Top> top(int count) {
        PriorityQueue<Counter> best = new PriorityQueue<>(Comparator.comparingDouble((Counter c) -> c.weight).thenComparing(c -> c.value, Comparator.reverseOrder()));
        for (Counter c : counters.values()) {
            best.add(c);
            if (best.size() > count) best.remove();
        }
        List<Top> tops = new ArrayList<>();
        while (!best.isEmpty()) {
            Counter c = best.remove();
            tops.addFirst(new Top(c.value, c.weight, c.error));
        }
        return tops;
    }

    /** Of all values, also of those that are not held. */
    public double total() {
        return total;
    }

    /** Different values that are held: all there were, while {@link #isExact}. */
    public int size() {
        return counters.size();
    }

    public boolean isExact() {
        return exact;
    }
}
