package org.eunomia.core.spec;

import java.util.List;
import org.eunomia.core.schema.Schema;

/** What the user is to see of a map. */
public sealed interface Output {
    /** Nothing. */
    record None() implements Output { }

    /**
     * A stream of records out of a ring or perf buffer. With several variants a record is of the first whose tag matches, or without tags
     * of the one whose size it has. No variant: the layout is unknown and records are shown as bytes.
     */
    record Events(List<Variant> variants) implements Output {
        public Events {
            variants = List.copyOf(variants);
        }
    }

    /**
     * @param tagField field that tells this layout from the others, empty to go by size
     * @param tagValue what that field holds in this layout
     */
    record Variant(Schema schema, String tagField, long tagValue) { }

    /** Entries shown every {@code intervalMillis}; {@code clear} empties the map after each showing. */
    record Table(int intervalMillis, boolean clear) implements Output { }

    /** Values that count in slots, shown every {@code intervalMillis}; {@code unit} names what is counted, for example {@code usecs}. */
    record Histogram(Scale scale, String unit, int intervalMillis, boolean clear) implements Output { }

    enum Scale { LOG2, LINEAR }

    /** Stacks that keys of other maps refer to by id. */
    record Stacks() implements Output { }

    /** A single number per entry that only grows. */
    record Counter(int intervalMillis) implements Output { }
}
