package org.eunomia.toolchain.internal.describe;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.toolchain.internal.code.HelperCalls.HelperCall;

/** Sizes that the byte code hands over: after all inlining they are constants more often than the source shows. */
record CallSizes(List<HelperCall> calls) {
    /** By name the helper's number and which of its arguments, from 0, are the map and the size. */
    private static final Map<String, int[]> HELPERS = Map.of("bpf_perf_event_output", new int[] {25, 1, 4}, "bpf_skb_output", new int[] {111, 1, 4},
            "bpf_xdp_output", new int[] {121, 1, 4}, "bpf_ringbuf_output", new int[] {130, 0, 2}, "bpf_ringbuf_reserve", new int[] {131, 0, 1},
            "bpf_ringbuf_reserve_dynptr", new int[] {198, 0, 1});

    CallSizes {
        calls = List.copyOf(calls);
    }

    /** The size that is the same constant at every call of the helper with that map. */
    OptionalLong constant(String map, String helper) {
        int[] h = HELPERS.get(helper);
        if (h == null) return OptionalLong.empty();
        List<HelperCall> of = calls.stream().filter(c -> c.helper() == h[0] && map.equals(c.maps().get(h[1]))).toList();
        Set<Long> sizes = of.stream().map(c -> c.constants().getOrDefault(h[2], -1L)).collect(Collectors.toSet());
        return sizes.size() == 1 && !sizes.contains(-1L) ? OptionalLong.of(sizes.iterator().next()) : OptionalLong.empty();
    }

    /** Whether a program hands records over to that map. */
    boolean writes(String map) {
        return calls.stream().anyMatch(c -> HELPERS.values().stream().anyMatch(h -> h[0] == c.helper() && map.equals(c.maps().get(h[1]))));
    }

    boolean uses(String map, int helper) {
        return calls.stream().anyMatch(c -> c.helper() == helper && c.maps().containsValue(map));
    }
}
