package org.eunomia.core.spec;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.schema.Type;

/**
 * A map of the object.
 *
 * @param type        the kernel's word in lower case without prefix: {@code ringbuf}, {@code perf_event_array}, {@code hash} …
 * @param maxEntries  entries, or bytes for a ring buffer; 0 when the program leaves it to the loader
 * @param key         type of the keys, null when unknown or meaningless
 * @param value       type of the values, null when unknown or meaningless
 * @param output      what the user is to see of it
 * @param lossOffsets where the counters of records that did not fit into this map lie: byte offsets of u64s in the section {@code .data.loss}
 */
public record MapSpec(String name, String type, int maxEntries, Type key, Type value, Output output, List<Integer> lossOffsets) {
    /** Section that the counting wrappers put their counters into. */
    public static final String LOSS_SECTION = ".data.loss";

    public MapSpec {
        lossOffsets = List.copyOf(lossOffsets);
    }

    public Optional<Type> keyType() {
        return Optional.ofNullable(key);
    }

    public Optional<Type> valueType() {
        return Optional.ofNullable(value);
    }
}
