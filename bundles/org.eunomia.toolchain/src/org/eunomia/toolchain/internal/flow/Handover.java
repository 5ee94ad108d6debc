package org.eunomia.toolchain.internal.flow;

import java.util.List;
import java.util.Set;
import org.eunomia.toolchain.internal.tree.Place;

/**
 * A call that gives a value to a map, or has the map give one, in terms of the function that contains it.
 *
 * @param maps       names of the maps it may be, empty when only a param tells
 * @param mapParam   index of the function's param that is the map, -1 when {@code maps} tells
 * @param candidates types that the value may have, nearest first
 * @param params     params of the function that the value may come from
 * @param returned   whether the function returns the value
 * @param written    whether the program writes to the value where the map has it
 * @param helper     that does it in the end
 * @param place      of the call that was looked at first; callers of wrappers have it at their own call
 */
public record Handover(Role role, List<String> maps, int mapParam, List<Candidate> candidates, Set<Integer> params, boolean returned,
        boolean written, Size size, String helper, Place place) {

    public enum Role { EVENT, KEY, VALUE }

    public Handover {
        maps = List.copyOf(maps);
        candidates = List.copyOf(candidates);
        params = Set.copyOf(params);
    }

    /** Whether callers of the function may know more about it. */
    boolean isOpen() {
        return mapParam >= 0 || !params.isEmpty() || returned || size.param() >= 0;
    }
}
