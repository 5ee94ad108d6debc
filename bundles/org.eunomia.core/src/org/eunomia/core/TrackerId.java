package org.eunomia.core;

/** Names a tracker within one runtime. Counts up from 1 and is never given twice by the same runtime. */
public record TrackerId(int value) implements Comparable<TrackerId> {
    @Override
    public int compareTo(TrackerId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
